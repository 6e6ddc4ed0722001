import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ cpu: '256', memory: '4096' }),
    at: '"4096"',
    says: /256 CPU units allow 512, 1024 or 2048 MiB; 4096 needs at least 512 CPU units/,
    holds: fargate({ cpu: '512', memory: '4096' }),
    fix: /"cpu": "512",\s+"memory": "4096"/,
  },
  {
    about: 'too little memory',
    breaks: fargate({ cpu: '1024', memory: '1024' }),
    at: '"1024"',
    says: /1024 CPU units allow 2048 to 8192 MiB in steps of 1024; 1024 goes with at most 512/,
    holds: fargate({ cpu: '1024', memory: '2 GB' }),
    fix: /"memory": "2048"/,
  },
  {
    about: 'no such cpu',
    breaks: fargate({ cpu: '300', memory: '512' }),
    at: '"300"',
    says: /no size with 300 CPU units/,
    holds: fargate({ cpu: '32768', memory: '249856' }),
    fix: /"cpu": "512",\s+"memory": "1024"/,
  },
  {
    about: 'between the steps',
    breaks: fargate({ cpu: '8192', memory: '18000' }),
    at: '"18000"',
    says: /none of them/,
    holds: fargate({ cpu: '8192', memory: '20480' }),
    fix: /"memory": "20480"/,
  },
];
