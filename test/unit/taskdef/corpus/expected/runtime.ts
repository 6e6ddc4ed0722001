import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** Sizes, order, checks and limits. */
export const runtime: ExpectedFiles = {
  'thornapple/nightly/task-definition.json': { about: 'one container prepares what the other works on' },
  'thornapple/pipeline/taskDefinition.json': {
    about: 'containers that wait for each other in a circle',
    findings: [
      error('TD057', '19: "publish"', 'ingest is linked to publish, and publish waits for ingest'),
      error('TD058', '44: "SUCCESS"', 'schema is essential, since nothing else is said'),
      error('TD056', '47: "ingset"', 'the container is ingest'),
      error('TD055', '52: "publish:self"', 'a link to itself'),
      error('TD057', '52: "publish:self"', 'so that it waits for itself'),
      error('TD055', '53: "brokr"', 'no such container'),
    ],
  },
  'thornapple/sizes/task-definition.json': {
    about: 'sums that do not come out',
    findings: [
      error('TD031', '7: "512"', '650 units are more than 512'),
      error('TD033', '8: "1024"', '896, 512 and 4 MiB are more than 1024'),
      error('TD034', '16: 896', 'above the 768 of memory'),
      error('TD030', '17: false', 'none is essential'),
      error('TD036', '30: 4', 'at least 6'),
    ],
  },
  'thornapple/sizes/ec2-no-memory.json': {
    about: 'no memory for one of two',
    findings: [
      error('TD026', '7: "96"', 'at least 128'),
      error('TD035', '10: "mill"', 'neither the task nor the container says how much'),
    ],
  },
  'thornapple/checks/task-definition.json': {
    about: 'checks and timeouts out of their bounds',
    findings: [
      error('TD096', '15: 180', 'Fargate waits 120 seconds at most'),
      warning('TD090', '18: "curl -f http://localhost/ || exit 1"', 'a program of that name does not exist'),
      error('TD092', '20: 3', '5 to 300'),
      error('TD092', '21: 90', '2 to 60'),
      error('TD092', '22: 12', '1 to 10'),
      error('TD092', '23: 600', '0 to 300'),
      error('TD059', '28: "HEALTHY"', 'db has no check'),
      error('TD096', '36: 1', 'at least 2'),
      warning('TD091', '38: [ "CMD", "pgrep worker || exit 1" ]', 'CMD has no shell'),
      error('TD097', '45: 30', '60 to 1800'),
      warning('TD091', '53: [ "CMD-SHELL", "curl", "-f", "http://127', 'it takes one line'),
    ],
  },
  'thornapple/hardening/task-definition.json': {
    about: 'hardened from memory',
    findings: [
      error('TD0B5', '13: "vault:vault:1000"', 'a user and a group at most'),
      error('TD0BA', '14: "vault"', 'no absolute path'),
      error('TD0A2', '19: "seccomp=unconfined"', 'options have a colon'),
      error('TD0A5', '24: "CAP_IPC_LOCK"', 'IPC_LOCK'),
      error('TD0A5', '25: "net_bind_service"', 'NET_BIND_SERVICE'),
      warning('TD0AE', '31: "swappiness"', 'it has no effect without maxSwap'),
      error('TD0AF', '34: "tmp"', 'no absolute path'),
      error('TD0AF', '35: 0', 'at least 1'),
      error('TD0AF', '38: "private-tmp"', 'no such option'),
      error('TD0A8', '46: 65536', 'above its hard limit'),
      error('TD0A8', '50: "nofile"', 'set twice'),
      error('TD0B9', '58: "kms.internal"', 'no address'),
      error('TD0B9', '62: "resolver.internal"', 'no address'),
      error('TD0AD', '66: "kernel.hostname"', 'not among those of a container'),
      error('TD0A9', '75: "attributes:ecs.availability-zone == eu-', 'attribute:'),
      error('TD0A9', '79: "attribute:tier = secure"', '=='),
      error('TD0B0', '82: "ephemeralStorage"', 'only on Fargate'),
    ],
  },
  'thornapple/fargate-limits/taskdef.json': {
    about: 'Fargate as if it were an instance',
    findings: [
      error('TD020', '3: "host"', 'awsvpc only'),
      error('TD024', '7: "1000"', '1024 units'),
      error('TD0B0', '11: 500', '200 at most'),
      error('TD054', '18: "links"', 'only in bridge'),
      warning('TD0A8', '23: "nproc"', 'Fargate sets nofile only'),
      error('TD0A3', '29: "maxSwap"', 'not on Fargate'),
    ],
  },
};
