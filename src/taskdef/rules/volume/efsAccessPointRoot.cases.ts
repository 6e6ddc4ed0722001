import { accessPoint, efs } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: efs({ authorizationConfig: accessPoint, transitEncryption: 'ENABLED', rootDirectory: '/x' }),
    at: '"/x"',
    says: /must either be set to/,
    holds: efs({ authorizationConfig: accessPoint, transitEncryption: 'ENABLED', rootDirectory: '/' }),
    fix: /^(?![^]*rootDirectory)/,
  },
];
