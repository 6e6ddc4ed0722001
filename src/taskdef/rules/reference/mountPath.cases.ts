import { mount, mounted } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: mounted([mount('data', 'data')]),
    at: '"data"',
    says: /not an absolute path/,
    holds: mounted([mount('data', '/data')]),
    fix: /"containerPath": "\/data"/,
  },
  {
    about: 'twice',
    breaks: mounted([mount('data'), mount('data', '/data/')]),
    at: '"/data/"',
    says: /Two volumes/,
    holds: mounted([mount('data'), mount('data', '/data2')]),
  },
  {
    about: 'missing',
    breaks: mounted([{ sourceVolume: 'data' }]),
    at: '"data"',
    says: /no containerPath/,
    holds: mounted([mount('data')]),
    fix: /"containerPath": "\/data"/,
  },
  {
    about: 'the root',
    breaks: mounted([mount('data', '/')]),
    at: '"/"',
    says: /Nothing can be mounted at \//,
    holds: mounted([mount('data', '/srv')]),
    fix: false,
  },
];
