import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ family: 'my.app' }),
    at: '"my.app"',
    says: /letters, digits/,
    holds: fargate({ family: 'my_app-2' }),
    fix: /"family": "my-app"/,
  },
  {
    about: 'length',
    breaks: fargate({ family: 'a'.repeat(256) }),
    at: '"aaa',
    says: /256 characters; at most 255/,
    holds: fargate({ family: 'a'.repeat(255) }),
  },
];
