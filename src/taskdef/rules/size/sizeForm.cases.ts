import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ memory: '512MB' }),
    at: '"512MB"',
    says: /not a memory size/,
    holds: fargate({ memory: '0.5 GB' }),
    fix: /"memory": "512"/,
  },
  {
    about: 'cpu',
    breaks: fargate({ cpu: '250m' }),
    at: '"250m"',
    says: /not a CPU size/,
    holds: fargate({ cpu: '.25 vcpu' }),
    fix: /"cpu": "256"/,
  },
];
