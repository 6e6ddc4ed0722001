import { efs } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: efs({ transitEncryptionPort: 2049 }),
    at: '2049',
    says: /TransitEncryptionPort requires/,
    holds: efs({ transitEncryptionPort: 2049, transitEncryption: 'ENABLED' }),
    fix: /"transitEncryption": "ENABLED"/,
  },
  {
    about: 'range',
    breaks: efs({ transitEncryptionPort: 70_000, transitEncryption: 'ENABLED' }),
    at: '70000',
    says: /ports are 0 to 65535/,
    holds: efs({ transitEncryptionPort: 65_535, transitEncryption: 'ENABLED' }),
  },
];
