import { ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const daemon = { schedulingStrategy: 'DAEMON', desiredCount: undefined, deploymentConfiguration: undefined };

export const cases: RuleCase[] = [
  {
    breaks: ec2Service({ ...daemon, deploymentController: { type: 'CODE_DEPLOY' } }),
    at: '"DAEMON"',
    says: /CODE_DEPLOY is not for DAEMON/,
    holds: ec2Service({ ...daemon, deploymentController: { type: 'ECS' } }),
  },
  {
    about: 'with a controller of your own',
    breaks: ec2Service({
      ...daemon,
      taskDefinition: undefined,
      launchType: undefined,
      deploymentController: { type: 'EXTERNAL' },
    }),
    at: '"DAEMON"',
    says: /EXTERNAL is not for DAEMON/,
    holds: ec2Service(daemon),
  },
];
