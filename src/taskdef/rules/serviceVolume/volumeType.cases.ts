import { ebs } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ebs({ volumeType: 'st1', sizeInGiB: 20 }),
    at: '20',
    says: /sizeInGiB is 20; a st1 volume takes 125 to 16384/,
    holds: ebs({ volumeType: 'st1', sizeInGiB: 125 }),
    fix: /"sizeInGiB": 125/,
  },
  {
    about: 'a type that is none',
    breaks: ebs({ volumeType: 'GP3' }),
    at: '"GP3"',
    says: /no EBS volume type "GP3"/,
    holds: ebs({ volumeType: 'gp3' }),
    fix: /"gp3"/,
  },
  {
    about: 'IOPS of a type without a choice',
    breaks: ebs({ volumeType: 'gp2', iops: 3000 }),
    at: '"iops"',
    says: /gp2 volume has no iops to choose/,
    holds: ebs({ volumeType: 'gp3', iops: 3000 }),
    fix: true,
  },
  {
    about: 'throughput of another type',
    breaks: ebs({ volumeType: 'io2', iops: 3000, throughput: 250 }),
    at: '"throughput"',
    says: /io2 volume has no throughput/,
    holds: ebs({ volumeType: undefined, throughput: 250 }),
    fix: true,
  },
  {
    about: 'no IOPS where they are needed',
    breaks: ebs({ volumeType: 'io1' }),
    at: '"io1"',
    says: /io1 volume needs iops/,
    holds: ebs({ volumeType: 'io1', iops: 1000 }),
  },
  {
    about: 'more than ECS documents',
    breaks: ebs({ iops: 20_000, sizeInGiB: 100 }),
    at: '20000',
    says: /ECS documents at most 16000/,
    severity: 'warning',
    holds: ebs({ iops: 16_000, sizeInGiB: 100 }),
  },
];
