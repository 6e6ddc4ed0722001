import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: '{"family": "a" "containerDefinitions": [{"name": "a", "image": "b"}]}',
    at: '"containerDefinitions"',
    says: /a comma is missing/,
    holds: ec2Container({}),
  },
];
