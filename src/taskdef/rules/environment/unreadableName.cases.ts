import { variable } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: variable('CACHE-HOST', 'a'),
    at: '"CACHE-HOST"',
    says: /No shell can read a variable named "CACHE-HOST"/,
    holds: variable('CACHE_HOST', 'a'),
    fix: /"CACHE_HOST"/,
  },
  {
    about: 'a blank behind it',
    breaks: variable('CACHE_HOST ', 'a'),
    at: '"CACHE_HOST "',
    severity: 'warning',
    says: /has blanks in it/,
    holds: variable('CACHE_HOST', 'a'),
    fix: /"CACHE_HOST"/,
  },
  {
    about: 'a digit first, in a secret',
    breaks: fargateContainer({ secrets: [{ name: '2FA_KEY', valueFrom: '/a' }] }),
    at: '"2FA_KEY"',
    says: /"2FA_KEY"/,
    holds: fargateContainer({ secrets: [{ name: '${PREFIX}-KEY', valueFrom: '/a' }] }),
    fix: /"_2FA_KEY"/,
  },
  {
    about: 'dots, where it is none of the names that programs look for',
    breaks: variable('CACHE.HOST', 'single-node'),
    at: '"CACHE.HOST"',
    says: /No shell can read/,
    holds: variable('discovery.type', 'single-node'),
    fix: /"CACHE_HOST"/,
  },
];
