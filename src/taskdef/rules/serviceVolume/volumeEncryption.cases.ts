import { ebs } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

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
