import { withImage } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: withImage('nginx:1.27'),
    at: '"nginx:1.27"',
    says: /Docker Hub/,
    holds: withImage('public.ecr.aws/nginx/nginx:1.27'),
    fix: /"public\.ecr\.aws\/docker\/library\/nginx:1\.27"/,
  },
];
