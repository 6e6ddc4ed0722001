import { ec2Volume, efs } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Volume({ host: { sourcePath: 'data' } }),
    at: '"data"',
    says: /"data" is not an absolute path/,
    holds: ec2Volume({ host: { sourcePath: '/data' } }),
    fix: /"sourcePath": "\/data"/,
  },
  {
    about: 'in EFS',
    breaks: efs({ rootDirectory: 'data' }),
    at: '"data"',
    says: /not an absolute path/,
    holds: efs({ rootDirectory: '/data' }),
    fix: /"rootDirectory": "\/data"/,
  },
];
