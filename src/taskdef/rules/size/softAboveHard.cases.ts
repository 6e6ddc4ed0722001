import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Container({ memory: 128, memoryReservation: 256 }),
    at: '256',
    says: /must be greater than or equal/,
    holds: ec2Container({ memory: 128, memoryReservation: 128 }),
    fix: /"memory": 256,[^]*"memoryReservation": 128/,
  },
];
