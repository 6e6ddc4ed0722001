import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** One service each, mostly of one container: what most repositories have. */
export const plain: ExpectedFiles = {
  'hello-pelican/task-definition.json': { about: 'the smallest file that ECS takes' },
  'parcel-desk/ecs-task-def.json': { about: 'with the empty lists that the console leaves behind, which ECS takes' },
  'birdsong/aws/taskdef.json': { about: 'sizes in vCPU and GB' },
  'birdsong/aws/greeting.json': {
    about: 'everything in quotes',
    findings: [
      error('TD006', '7: "128"', 'a container’s cpu is a number'),
      error('TD006', '8: "256"', 'a container’s memory is a number'),
      error('TD006', '9: "true"', 'essential is a boolean'),
      error('TD006', '12: "8085"', 'a port is a number'),
      error('TD006', '13: "8085"', 'a port is a number'),
    ],
  },
  'ferry-rota/taskDefinition.json': {
    about: 'advice only: one role for both, latest, a check that outlasts its interval',
  },
  'ferry-rota/task-definition-dev.json': { about: 'advice only: a role by its name, tags that may move' },
  'lapwing/infra/prod.json': { about: 'minified, pinned to a digest, nothing left to advise but little' },
  'lapwing/infra/td.json': { about: 'written on one line' },
  'marram/task-def.json': { about: 'the network of the host, with the ports that it has there' },
  'quayside/Task Definition (prod).json': {
    about: 'a name with blanks and brackets, lines that end as on Windows',
    findings: [
      error('TD040', '19: 80', 'under awsvpc the host port is the container port'),
      warning('TD079', '30: "Quay-Side-2026"', 'a password in plain text'),
    ],
  },
  'samphire/fargate-task-definition.json': {
    about: 'two containers of one network namespace',
    findings: [error('TD043', '35: 80', 'tls has port 80 already')],
  },
  'turnstone/ecs-taskdef.json': {
    about: 'bridge, since nothing else is said, with a link by its alias',
    findings: [warning('TD01E', '3: true', 'faults are injected under awsvpc and host')],
  },
  'knotgrass/deploy-dev.json': {
    about: 'empty lists, of which ECS takes all but one',
    findings: [error('TD01D', '9: []', 'Tags can not be empty')],
  },
  'knotgrass/deploy-live.json': {
    about: 'names as people write them',
    findings: [
      error('TD011', '2: "knotgrass.live"', 'a family has no dots'),
      error('TD015', '13: "knotgrass live"', 'a container’s name has no blanks'),
      error('TD017', '14: "https://555566667777.dkr.ecr.us-west-1.', 'an image has no scheme'),
      error('TD087', '25: "knotgrass live"', 'a log group has no blanks'),
      error('TD014', '31: {', 'a container has a name'),
      error('TD017', '32: "555566667777.dkr.ecr.us-west-1.amazonaw', 'a repository has no capitals'),
      error('TD01D', '38: "aws:owner"', 'aws: is reserved'),
      error('TD01D', '46: "stage"', 'the second tag of this key'),
    ],
  },
  'godwit/task-definition-batch.json': {
    about: 'large, and with roles that are none',
    findings: [
      error('TD01A', '3: "arn:aws:iam::12345:role/godwit"', 'an account has twelve digits'),
      error('TD01A', '4: "arn:aws:iam::123456789012:policy/godwit', 'a policy is no role'),
    ],
  },
  'shearwater/migration/task-definition.json': {
    about: 'sizes on the container only, which is enough on EC2',
    findings: [
      error('TD021', '5: "FARGATE"', 'Fargate needs the CPU of the task'),
      error('TD022', '5: "FARGATE"', 'Fargate needs the memory of the task'),
      error('TD084', '20: "options"', 'Fargate needs a stream prefix'),
    ],
  },
  'shearwater/service/task-definition.json': {
    about: 'sizes in units of other tools',
    findings: [
      error('TD020', '4: "FARGATE"', 'without a network mode it is bridge, which Fargate has not'),
      error('TD023', '6: "0.5"', 'half a vCPU is 512 or "0.5 vCPU"'),
      error('TD023', '7: "1GiB"', 'ECS knows MiB without a unit, and GB'),
    ],
  },
  'ptarmigan/task-definition.json': { about: 'the largest task of Fargate' },
  'stonechat/deploy/task-definition-prod.json': {
    about: 'hundreds of lines, and three slips among them',
    findings: [
      error('TD076', '332: "REDIS_URL"', 'the variable of that name stands above'),
      error('TD017', '360: "444455556666.dkr.ecr.eu-west-2.amazonaw', 'a blank behind the tag'),
      warning('TD074', '395: "IMPORT_BATCH"', 'set twice, and the last wins'),
    ],
  },
  'vesper/platform/td.json': {
    about: 'nine containers that wait for each other',
    findings: [
      error('TD056', '270: "registery"', 'the container is registry'),
      error('TD043', '348: 8081', 'orders has port 8081 already'),
    ],
  },
  'vesper/monolith/task-definition-all-in-one.json': {
    about: 'a whole shop on one instance',
    findings: [error('TD013', '149: "shell"', 'eleven containers, and ECS takes ten')],
  },
};
