import { ec2Pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Pair({ links: ['db:database'] }),
    at: '"db:database"',
    says: /links to "db", which does not exist/,
    holds: ec2Pair({ links: ['sidecar:database'] }),
    fix: true,
  },
  {
    about: 'an empty name',
    breaks: ec2Pair({ links: [''] }),
    at: '""',
    says: /names no container/,
    holds: ec2Pair({ links: ['sidecar'] }),
    fix: true,
  },
];
