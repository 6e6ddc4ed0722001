import { variable } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: variable('A=B', 'x'),
    at: '"A=B"',
    says: /has no =/,
    holds: variable('A_B', 'x'),
    fix: /"name": "A"/,
  },
  {
    about: 'empty',
    breaks: variable('', 'x'),
    at: '""',
    says: /empty name/,
    holds: variable('X', ''),
    fix: true,
  },
  {
    about: 'a secret',
    breaks: fargateContainer({ secrets: [{ name: '', valueFrom: '/shop/db' }] }),
    at: '""',
    says: /A secret of container web has an empty name/,
    holds: fargateContainer({ secrets: [{ name: 'DB', valueFrom: '/shop/db' }] }),
    fix: false,
  },
  {
    about: 'a secret with =',
    breaks: fargateContainer({ secrets: [{ name: 'DB=x', valueFrom: '/shop/db' }] }),
    at: '"DB=x"',
    says: /the name of a variable has no =/,
    holds: fargateContainer({ secrets: [{ name: 'DB', valueFrom: '/shop/db' }] }),
    fix: false,
  },
];
