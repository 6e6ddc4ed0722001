import { mount, mounted } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: mounted([mount('data')], [{ name: 'data' }, { name: 'cache' }]),
    at: '"cache"',
    says: /No container mounts/,
    holds: mounted([mount('data')]),
    severity: 'hint',
  },
  {
    about: 'configured at launch',
    breaks: mounted([], [{ name: 'data', configuredAtLaunch: true }]),
    at: '"data"',
    says: /not referenced by any/,
    holds: mounted([mount('data')], [{ name: 'data', configuredAtLaunch: true }]),
    severity: 'error',
  },
];
