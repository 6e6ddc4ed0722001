import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Container({ memory: undefined, memoryReservation: 128 }),
    at: '128',
    says: /no hard limit/,
    holds: ec2Container({ memory: 256, memoryReservation: 128 }),
    fix: /"memory": 256/,
  },
];
