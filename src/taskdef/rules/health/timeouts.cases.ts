import { ec2Container, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ stopTimeout: 300 }),
    at: '300',
    says: /at most 120/,
    holds: ec2Container({ stopTimeout: 300 }),
    fix: /"stopTimeout": 120/,
  },
  {
    about: 'too short',
    breaks: ec2Container({ startTimeout: 1 }),
    at: '1',
    says: /least is 2/,
    holds: fargateContainer({ startTimeout: 120 }),
    fix: /"startTimeout": 2/,
  },
];
