import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ containerDefinitions: [] }),
    at: '[]',
    says: /empty: a task needs/,
    holds: fargate(),
    fix: /"name": "app"/,
  },
  {
    about: 'missing',
    breaks: ec2({ containerDefinitions: undefined }),
    at: '{',
    says: /is missing/,
    holds: ec2(),
    fix: /"containerDefinitions": \[/,
  },
];
