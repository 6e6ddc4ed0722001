import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import { mount, mounted } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: mounted([mount('dta')]),
    at: '"dta"',
    says: /Unknown volume 'dta' in container web; the volumes are: data/,
    holds: mounted([mount('data')]),
    fix: /"sourceVolume": "data"/,
  },
  {
    about: 'no volumes',
    breaks: fargateContainer({ mountPoints: [mount('data')] }),
    at: '"data"',
    says: /has no volumes/,
    holds: mounted([mount('${VOLUME}')]),
    fix: /"volumes": \[\s+\{\s+"name": "data"/,
  },
  {
    about: 'no name',
    breaks: mounted([{ containerPath: '/data' }]),
    at: '{',
    says: /mount point in container web names no volume/,
    holds: mounted([mount('data')]),
    fix: false,
  },
];
