import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ desiredCount: -1 }),
    at: '-1',
    says: /desiredCount is -1; the least is 0/,
    holds: service({ desiredCount: 0 }),
    fix: /"desiredCount": 0/,
  },
  {
    about: 'grace period',
    breaks: service({ healthCheckGracePeriodSeconds: -5 }),
    at: '-5',
    says: /ECS accepts 0 to 2147483647/,
    holds: service({ healthCheckGracePeriodSeconds: 3600 }),
    fix: true,
  },
];
