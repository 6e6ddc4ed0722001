import { ebs } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const tagged = (key: string): object =>
  ebs({ tagSpecifications: [{ resourceType: 'volume', tags: [{ key, value: 'true' }] }] });

export const cases: RuleCase[] = [
  {
    breaks: tagged('AmazonECSManaged'),
    at: '"AmazonECSManaged"',
    says: /itself/,
    holds: tagged('team'),
    fix: true,
  },
];
