import { daemon, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ desiredCount: undefined }),
    at: '"serviceName"',
    says: /desiredCount is missing/,
    holds: daemon(),
    fix: /"desiredCount": 1/,
  },
];
