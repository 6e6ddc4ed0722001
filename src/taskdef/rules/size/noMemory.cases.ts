import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Container({ memory: undefined }),
    at: '"web"',
    says: /At least one of 'memory' or 'memoryReservation'/,
    holds: ec2Container({ memory: undefined }, { memory: '512' }),
    fix: /"memory": 256/,
  },
];
