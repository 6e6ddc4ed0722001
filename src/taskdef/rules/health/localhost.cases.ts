import { healthCheck } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: healthCheck(['CMD-SHELL', 'curl -f http://localhost:80/ || exit 1']),
    at: '"curl',
    says: /localhost may mean ::1/,
    holds: healthCheck(['CMD-SHELL', 'curl -f http://127.0.0.1/ || exit 1']),
    fix: /\/\/127\.0\.0\.1:80/,
  },
];
