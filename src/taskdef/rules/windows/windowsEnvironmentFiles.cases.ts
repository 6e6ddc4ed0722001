import { fargateContainer, windows } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windows({}, { environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/a.env' }] }),
    at: '"environmentFiles"',
    says: /do not support environment files/,
    holds: fargateContainer({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/a.env' }] }),
    fix: true,
  },
];
