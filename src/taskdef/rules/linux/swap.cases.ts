import { ec2Linux } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Linux({ maxSwap: 1, swappiness: 200 }),
    at: '200',
    says: /0 to 100/,
    holds: ec2Linux({ maxSwap: 1, swappiness: 100 }),
    fix: /"swappiness": 100/,
  },
  {
    about: 'without maxSwap',
    breaks: ec2Linux({ swappiness: 10 }),
    at: '"swappiness"',
    says: /no effect without maxSwap/,
    holds: ec2Linux({ swappiness: 10, maxSwap: 0 }),
    severity: 'warning',
  },
];
