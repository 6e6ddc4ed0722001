import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** Log drivers and FireLens. */
export const logging: ExpectedFiles = {
  'quillfern/datadog/task-definition.json': {
    about: 'a service with an agent and a router beside it, keys from Secrets Manager',
  },
  'quillfern/firehose/ec2-taskdef.json': { about: 'the router’s configuration in S3, which an instance reads' },
  'quillfern/fluentd/fluentd-fargate.json': {
    about: 'the same for Fargate',
    findings: [
      error('TD08D', '33: "yes"', '"true" or "false"'),
      error('TD08C', '34: "s3"', 'Fargate reads the configuration from a file only'),
      error('TD08E', '39: "awsfirelens"', 'the router would send to itself'),
    ],
  },
  'quillfern/no-router/task-definition.json': {
    about: 'FireLens without its container',
    findings: [error('TD080', '16: "awsfirelens"', 'no container routes')],
  },
  'quillfern/router-alone/task-definition.json': {
    about: 'a router that nobody uses',
    findings: [
      error('TD081', '33: "firelensConfiguration"', 'no container logs through awsfirelens'),
      error('TD006', '36: true', 'options are strings'),
      error('TD08D', '38: "/fluent-bit/etc/fluent-bit.conf"', 'ECS writes its own file there'),
    ],
  },
  'quillfern/two-routers/task-definition.json': {
    about: 'one router for each place',
    findings: [
      warning('TD08G', '23: "eu01xx0123456789abcdef0123456789FFFFNRA', 'a key in plain text'),
      error('TD08J', '43: "firelensConfiguration"', 'a task has one router'),
    ],
  },
  'quillfern/awslogs-mixups/task-definition.json': {
    about: 'options of Docker, Fluent Bit and awslogs mixed up',
    findings: [
      error('TD087', '18: "quillfern stock"', 'a log group has no blanks'),
      warning('TD088', '19: "eu-central"', 'no Region'),
      error('TD086', '22: "awslogs-multiline-pattern"', 'not beside awslogs-datetime-format'),
      error('TD083', '32: "options"', 'awslogs needs awslogs-region'),
      error('TD085', '34: "region"', 'no option of awslogs'),
      error('TD085', '35: "log_group_name"', 'no option of awslogs'),
      warning('TD089', '37: "async"', 'blocking or non-blocking'),
      warning('TD089', '38: "4 MB"', 'a number with k, m or g'),
      error('TD082', '47: "json-file"', 'Fargate has awslogs, splunk and awsfirelens'),
    ],
  },
  'quillfern/splunk/taskdef.json': {
    about: 'Splunk, once without an address and once with its token in plain text',
    findings: [
      error('TD08B', '17: "options"', 'splunk-url is missing'),
      warning('TD08I', '28: "splunk-password"', 'no option of the driver'),
      warning('TD08G', '42: "6b1f7a7c-0d7e-4a50-9f7f-3b1c5d2e8a90"', 'a token in plain text'),
    ],
  },
  'quillfern/ec2-drivers/task_def.json': { about: 'the drivers that only instances have' },
  'quillfern/no-role/task-definition.json': {
    about: 'all that needs an execution role, and none',
    findings: [
      error('TD070', '12: "444455556666.dkr.ecr.eu-central-1.amazo', 'Fargate pulls from ECR with it'),
      error('TD07D', '14: "environmentFiles"', 'files are read with it'),
      error('TD07D', '16: "s3://quillfern-config/cards.env"', 'the file’s ARN, not its address'),
      error('TD072', '20: "secrets"', 'secrets are read with it'),
      error('TD071', '27: "awslogs"', 'Fargate writes logs with it'),
      error('TD073', '39: "repositoryCredentials"', 'the registry’s credentials are read with it'),
    ],
  },
};
