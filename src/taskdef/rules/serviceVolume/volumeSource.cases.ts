import { ebs, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ebs({ sizeInGiB: undefined }),
    at: '"managedEBSVolume"',
    says: /sizeInGiB is missing/,
    holds: ebs({ sizeInGiB: undefined, snapshotId: 'snap-0123456789abcdef0' }),
    fix: /"sizeInGiB": 20/,
  },
  {
    about: 'no volume',
    breaks: service({ volumeConfigurations: [{ name: 'data' }] }),
    at: '"data"',
    says: /managedEBSVolume is missing/,
    holds: ebs(),
  },
  {
    about: 'a rate without a snapshot',
    breaks: ebs({ volumeInitializationRate: 100 }),
    at: '"volumeInitializationRate"',
    says: /for volumes of a snapshot/,
    holds: ebs({ volumeInitializationRate: 100, snapshotId: 'snap-0123456789abcdef0' }),
    fix: true,
  },
];
