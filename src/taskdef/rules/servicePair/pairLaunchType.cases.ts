import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import { besideTask, ec2Service, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ networkConfiguration: undefined }),
    at: '"FARGATE"',
    says: /launch_type FARGATE: task-definition\.json says EC2 in requiresCompatibilities/,
    holds: ec2Service(),
    context: besideTask(ec2()),
  },
  {
    about: 'no size of the task',
    breaks: service({
      launchType: undefined,
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    }),
    at: '"capacityProviderStrategy"',
    says: /has no cpu for the task/,
    holds: service({
      launchType: undefined,
      capacityProviderStrategy: [{ capacityProvider: 'my-instances', weight: 1 }],
    }),
    context: besideTask(fargate({ requiresCompatibilities: undefined, cpu: undefined })),
  },
];
