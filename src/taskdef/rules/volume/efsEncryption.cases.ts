import { accessPoint, efs } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: efs({ authorizationConfig: { iam: 'ENABLED' } }),
    at: '"ENABLED"',
    says: /EFS IAM authorization requires TransitEncryption/,
    holds: efs({ authorizationConfig: { iam: 'ENABLED' }, transitEncryption: 'ENABLED' }),
    fix: /"transitEncryption": "ENABLED"/,
  },
  {
    about: 'access point',
    breaks: efs({ authorizationConfig: accessPoint, transitEncryption: 'DISABLED' }),
    at: '"fsap-',
    says: /access point requires TransitEncryption/,
    holds: efs({ authorizationConfig: accessPoint, transitEncryption: '${MODE}' }),
    fix: /"transitEncryption": "ENABLED"/,
  },
];
