import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** Volumes of every kind. */
export const storage: ExpectedFiles = {
  'pebblebrook/wordpress/task-definition.json': { about: 'EFS through an access point' },
  'pebblebrook/media/task-definition.json': {
    about: 'three file systems, each with its own mistake',
    findings: [
      error('TD063', '45: "/originals"', 'an access point has a root of its own'),
      error('TD06C', '56: "efs-0a1b2c3d"', 'ids begin with fs-'),
      error('TD062', '59: "ENABLED"', 'IAM needs encryption in transit'),
      warning('TD068', '59: "ENABLED"', 'IAM uses the task role, and there is none'),
      warning('TD06E', '67: "scratch"', 'no absolute path'),
      error('TD064', '68: 2999', 'a port for encryption that is off'),
    ],
  },
  'pebblebrook/lake/task-definition.json': { about: 'S3 Files' },
  'pebblebrook/lake/task-definition-import.json': {
    about: 'S3 Files as if it were EFS',
    findings: [
      error('TD069', '29: "s3filesVolumeConfiguration"', 'it is mounted with a task role'),
      error('TD069', '30: "fs-0fedcba9876543210"', 'an ARN, not an id'),
      error('TD069', '32: "/landing"', 'an access point has a root of its own'),
    ],
  },
  'pebblebrook/database/task-definition.json': { about: 'an EBS volume that the service makes' },
  'pebblebrook/database/task-definition-replica.json': {
    about: 'two of them',
    findings: [
      error('TD096', '15: 300', 'Fargate waits 120 seconds at most'),
      error('TD051', '49: "wal"', 'what is configured at launch is mounted'),
      error('TD067', '50: "configuredAtLaunch"', 'at most one'),
    ],
  },
  'pebblebrook/bridge/docker-volumes.json': {
    about: 'Docker volumes of both scopes, a role by its name, volumes of another container',
    findings: [warning('TD04A', '21: 50000', 'the kernel gives ports from 32768 to others')],
  },
  'pebblebrook/compose-import/taskdef.json': {
    about: 'carried over from a compose file',
    findings: [
      error('TD052', '16: "content"', 'no absolute path'),
      error('TD050', '19: "theme"', 'no such volume'),
      error('TD052', '28: "/var/lib/ghost/config"', 'mounted twice'),
      error('TD053', '44: "data-only"', 'no such container'),
      warning('TD06E', '53: "./content"', 'no absolute path'),
      error('TD066', '57: "blog.config"', 'a volume’s name has no dots'),
      error('TD065', '70: "dockerVolumeConfiguration"', 'a volume is of one kind'),
      error('TD06B', '72: "autoprovision"', 'only with scope shared'),
      error('TD066', '79: "cache"', 'the second of that name'),
    ],
  },
  'pebblebrook/fargate-host/task-definition.json': {
    about: 'volumes of an instance, on Fargate',
    findings: [
      error('TD060', '39: "sourcePath"', 'Fargate has no directories of a host'),
      error('TD061', '43: "dockerVolumeConfiguration"', 'Fargate has no Docker volumes'),
    ],
  },
  'pebblebrook/node-agent/datadog-agent-ecs.json': {
    about: 'an agent that looks into its instance, which ECS takes and a person should know',
    findings: [
      warning('TD0AC', '4: "host"', 'it sees every process of the instance'),
      warning('TD0C4', '16: true', 'it is root on the instance'),
      warning('TD0C8', '72: "/var/run/docker.sock"', 'whoever has the socket has the instance'),
    ],
  },
};
