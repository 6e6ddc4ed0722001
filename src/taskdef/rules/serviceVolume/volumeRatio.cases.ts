import { ebs } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ebs({ volumeType: 'io1', sizeInGiB: 10, iops: 1000 }),
    at: '1000',
    says: /10 GiB of io1 have at most 500 iops/,
    holds: ebs({ volumeType: 'io1', sizeInGiB: 20, iops: 1000 }),
    fix: /"iops": 500/,
  },
  {
    about: 'throughput',
    breaks: ebs({ throughput: 1000 }),
    at: '1000',
    says: /3000 iops carry a throughput of at most 750/,
    holds: ebs({ sizeInGiB: 20, iops: 4000, throughput: 1000 }),
    fix: true,
  },
];
