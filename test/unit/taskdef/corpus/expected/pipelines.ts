import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** Files that a GitHub workflow, ecspresso or CodePipeline deploys, with what lies beside them. */
export const pipelines: ExpectedFiles = {
  'tide-tables/.aws/task-definition.json': {
    about: 'a service on Fargate that ECS takes as it stands; the workflow writes the image into it',
  },
  'tide-tables/.aws/task-definition-staging.json': {
    about: 'the same on a smaller task, chosen as the workflow runs; its image is empty until then',
    findings: [error('TD024', '8: "768"', 'a quarter of a vCPU goes with 512, 1024 or 2048 MiB')],
  },
  'orchard-ledger/.aws/task-definition.json': {
    about: 'the console’s answer, which the GitHub action cleans of output, nulls and empty lists before it registers',
    findings: [
      warning(
        'TD0D4',
        '3: "containerDefinitions"',
        'the workflow renders ledger-app, and the only container is ledger-web',
      ),
    ],
  },
  'orchard-ledger/config/ecs/sidekiq.json': {
    about: 'written by hand beside the described file, and never registered so far',
    findings: [
      error('TD070', '12: "123456789012.dkr.ecr.us-east-2.amazonaw', 'Fargate pulls from ECR with an execution role'),
      error('TD032', '24: 1536', 'the container may not have more than the 1024 MiB of its task'),
      error('TD006', '32: 10', 'values of variables are strings'),
      error('TD071', '36: "awslogs"', 'Fargate writes to CloudWatch Logs with an execution role'),
    ],
  },
  'mossgate/ecspresso/prod/ecs-task-def.json': {
    about: 'as ecspresso writes it out: sorted members, and empty choices that it leaves out when it registers',
  },
  'mossgate/ecspresso/prod/ecs-service-def.json': {
    kind: 'service',
    about: 'the service beside it, which has all it needs',
  },
  'mossgate/ecspresso/batch/ecs-task-def.json': {
    kind: 'wrapper',
    about: 'the answer of DescribeTaskDefinition with placeholders written into it, which ecspresso takes as it is',
  },
  'mossgate/ecspresso/dev/task.json': {
    about: 'named by the configuration of ecspresso alone, together with a service of other times',
    findings: [
      warning('TD0D2', '3: "awsvpc"', 'the service says nothing of subnets, which awsvpc needs'),
      warning('TD0D3', '4: [ "FARGATE" ]', 'the service runs on EC2'),
      warning('TD0D0', '10: "containerDefinitions"', 'the service sends traffic to web; the container is booking'),
      warning('TD0D1', '22: "portMappings"', 'the service sends traffic to 8080, and only 8000 is mapped'),
    ],
  },
  'mossgate/ecspresso/dev/service.json': {
    kind: 'service',
    about: 'of other times than the task definition that ecspresso registers for it',
    findings: [
      error('SD024', '1: {', 'awsvpc needs subnets'),
      error('SD020', '8: "web"', 'the only container is booking'),
      error('SD021', '14: 8080', 'booking maps 8000'),
    ],
  },
  'copperline/taskdef.json': {
    about: 'CodePipeline fills the image in, and whatever else holds the same placeholder',
    findings: [warning('TD00E', '26: "<IMAGE1_NAME>"', 'the variable would hold the whole image URI')],
  },
  'copperline-admin/deploy/taskdef.json': {
    about: 'deployed by CodePipeline with an image that never changes',
    findings: [warning('TD0D1', '13: "portMappings"', 'the AppSpec sends traffic to 9001, and only 9000 is mapped')],
  },
};
