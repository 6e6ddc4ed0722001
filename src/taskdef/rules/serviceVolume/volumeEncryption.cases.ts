import { ebs } from '../../rule/exampleServices.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

const kmsKeyId = 'alias/shop';

export const cases: RuleCase[] = [
  {
    breaks: ebs({ kmsKeyId, encrypted: false }),
    at: 'false',
    says: /not encrypted/,
    holds: ebs({ kmsKeyId }),
    fix: /"encrypted": true/,
  },
];
