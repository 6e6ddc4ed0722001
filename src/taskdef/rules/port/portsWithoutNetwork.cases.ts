import { ec2, ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2({ networkMode: 'none' }),
    at: '"portMappings"',
    says: /cannot be specified/,
    holds: ec2Container({ portMappings: [] }, { networkMode: 'none' }),
    fix: true,
  },
];
