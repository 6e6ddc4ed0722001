import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const on = (capacityProvider: string): object =>
  service({ launchType: undefined, capacityProviderStrategy: [{ capacityProvider, weight: 1 }] });

export const cases: RuleCase[] = [
  {
    breaks: on('FARGATE-SPOT'),
    at: '"FARGATE-SPOT"',
    says: /AWS has FARGATE, FARGATE_SPOT/,
    holds: on('FARGATE_SPOT'),
    fix: /"FARGATE_SPOT"/,
  },
  {
    about: 'a name of your own',
    breaks: on('ecs-instances'),
    at: '"ecs-instances"',
    says: /begin neither/,
    holds: on('my-ecs-instances'),
    fix: false,
  },
];
