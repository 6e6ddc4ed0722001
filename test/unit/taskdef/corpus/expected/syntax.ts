import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** Files that are no JSON, not yet, or not of the right shape. */
export const syntax: ExpectedFiles = {
  'oddments/comments/task-definition.jsonc': {
    about: 'comments and trailing commas, which the tool that deploys it reads',
    findings: [
      warning('TD00B', '1: // Rendered by scripts/deploy.ts, which ', 'the AWS CLI reads no comments'),
      warning('TD00B', '4: /* Fargate only; the worker is on EC2. *', 'nor these'),
      warning('TD00B', '13: ,', 'nor commas before a bracket'),
      warning('TD00B', '13: // the load balancer checks /ready', 'nor comments behind a member'),
      warning('TD00B', '14: ,', 'nor this one'),
      warning('TD00B', '15: ,', 'nor this one'),
    ],
  },
  'oddments/bom/taskdef.json': {
    about: 'a byte-order mark, lines that end as on Windows',
    findings: [warning('TD00B', '1: \uFEFF', 'the AWS CLI stumbles over it')],
  },
  'oddments/missing-comma/task-definition.json': {
    about: 'a comma forgotten',
    findings: [error('TD00F', '6: "memory"', 'a comma is missing before it')],
  },
  'oddments/half-written/task-definition.json': {
    about: 'as it is while a person types',
    findings: [
      error('TD035', '6: "draft"', 'nothing says so far how much memory'),
      error('TD00F', '8: "portMap', 'the text ends in a name'),
    ],
  },
  'oddments/conflict/task-definition.json': {
    about: 'a merge left undone',
    findings: [
      error('TD00F', '5: <<<<<<<', 'no JSON'),
      warning('TD009', '6: "cpu"', 'both sides have it'),
      warning('TD009', '7: "memory"', 'both sides have it'),
    ],
  },
  'oddments/empty/task-definition.json': {
    about: 'begun',
    findings: [error('TD010', '1: {', 'no family'), error('TD012', '1: {', 'no containers')],
  },
  'oddments/duplicates/task-definition.json': {
    about: 'members that appear twice, of which the later ones hold, and are right',
    findings: [
      warning('TD009', '6: "memory"', 'again below'),
      warning('TD009', '11: "essential"', 'again below'),
      warning('TD009', '12: "containerPort"', 'again behind it'),
    ],
  },
  'oddments/cloudformation-case/task-definition.json': {
    about: 'half converted from CloudFormation',
    findings: [
      error('TD010', '1: {', 'what the CLI says too: Family is no family'),
      error('TD004', '2: "Family"', 'family'),
      error('TD004', '3: "NetworkMode"', 'networkMode'),
      error('TD004', '4: "RequiresCompatibilities"', 'requiresCompatibilities'),
      error('TD004', '7: "Cpu"', 'cpu'),
      error('TD004', '8: "Memory"', 'memory'),
      error('TD014', '10: {', 'Name is no name'),
      error('TD016', '10: {', 'Image is no image'),
      error('TD035', '10: {', 'Memory is no memory of the task'),
      error('TD004', '11: "Name"', 'name'),
      error('TD004', '12: "Image"', 'image'),
      error('TD004', '13: "Essential"', 'essential'),
      error('TD004', '14: "PortMappings"', 'portMappings'),
      error('TD004', '19: "LogConfiguration"', 'logConfiguration'),
    ],
  },
  'oddments/terraform-case/container_definitions.json': {
    kind: 'containers',
    about: 'Terraform leaves out what it does not know, so that the container has neither ports nor logs',
    findings: [
      warning('TD004', '7: "port_mappings"', 'portMappings'),
      warning('TD004', '12: "log_configuration"', 'logConfiguration'),
    ],
  },
  'oddments/compose-words/task-definition.json': {
    about: 'the words of compose',
    findings: [
      error('TD001', '4: "containerDefinition"', 'containerDefinitions'),
      error('TD001', '10: "ports"', 'portMappings'),
      error('TD004', '13: "depends_on"', 'dependsOn'),
      error('TD001', '16: "environments"', 'environment'),
      error('TD001', '22: "portMapping"', 'portMappings'),
      error('TD001', '27: "volumes"', 'mountPoints'),
      error('TD001', '30: "healthcheck"', 'healthCheck'),
      error('TD001', '36: "restart"', 'restartPolicy'),
      error('TD001', '39: "version"', 'nothing'),
    ],
  },
  'oddments/wrong-types/ecs-task-def.json': {
    about: 'values of other types',
    findings: [
      error('TD006', '4: "FARGATE"', 'a list'),
      error('TD006', '5: 256', 'a string, for the task'),
      error('TD006', '6: 512', 'a string, for the task'),
      error('TD006', '11: "yes"', 'a boolean'),
      error('TD006', '12: "256"', 'a number, for a container'),
      error('TD006', '13: "npm run start"', 'a list'),
      error('TD006', '14: { "containerPort": 8080 }', 'a list'),
      error('TD006', '17: { "PORT": "8080" }', 'a list'),
      error('TD006', '21: 1', 'a string'),
      error('TD006', '29: true', 'a string'),
    ],
  },
  'oddments/gaps/task-definition.json': {
    about: 'something is missing in everything',
    findings: [
      error('TD007', '15: "KEY"', 'valueFrom'),
      error('TD007', '20: "tiles"', 'condition'),
      error('TD007', '23: "healthCheck"', 'command'),
      error('TD007', '28: "nofile"', 'hardLimit'),
      error('TD007', '33: {', 'type'),
      error('TD007', '37: "restartPolicy"', 'enabled'),
      error('TD007', '40: "repositoryCredentials"', 'credentialsParameter'),
      error('TD007', '41: "logConfiguration"', 'logDriver'),
      error('TD007', '54: {', 'size'),
      error('TD007', '59: {', 'hostPath'),
      error('TD007', '64: "firelensConfiguration"', 'type'),
      error('TD081', '64: "firelensConfiguration"', 'nobody logs through it'),
      error('TD007', '70: "efsVolumeConfiguration"', 'fileSystemId'),
      error('TD007', '75: "proxyConfiguration"', 'containerName'),
      warning('TD0B2', '75: "proxyConfiguration"', 'App Mesh has ended'),
      error('TD0B2', '75: "proxyConfiguration"', 'its ports'),
      error('TD007', '78: "ephemeralStorage"', 'sizeInGiB'),
      error('TD0B0', '78: "ephemeralStorage"', 'only on Fargate'),
    ],
  },
  'oddments/nothing-in-it/taskdef.json': {
    about: 'containers to come',
    findings: [error('TD012', '9: []', 'at least one')],
  },
  'oddments/unknown-values/task-definition.json': {
    about: 'choices in the words of Docker, Kubernetes and people',
    findings: [
      error('TD008', '3: "AWSVPC"', 'awsvpc'),
      error('TD008', '5: "Fargate"', 'FARGATE'),
      error('TD008', '9: ""', 'host or task, or nothing'),
      error('TD008', '11: "amd64"', 'X86_64'),
      error('TD008', '12: "Linux"', 'LINUX'),
      error('TD008', '22: "service_healthy"', 'HEALTHY'),
      error('TD008', '28: "https"', 'http, http2 or grpc'),
      error('TD008', '34: "files"', 'nofile, most likely'),
      error('TD008', '40: "cloudwatch"', 'awslogs'),
    ],
  },
};
