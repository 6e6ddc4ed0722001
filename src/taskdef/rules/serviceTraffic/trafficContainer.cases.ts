import { balanced, besideTask } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: balanced({ containerPort: undefined }),
    at: '"containerName"',
    says: /containerPort is missing/,
    holds: balanced({}),
    fix: /"containerPort": 8080/,
    context: besideTask(),
  },
  {
    about: 'no container',
    breaks: balanced({ containerName: '' }),
    at: '""',
    says: /containerName is missing/,
    holds: balanced({ containerName: 'web' }),
    fix: /"containerName": "web"/,
    context: besideTask(),
  },
];
