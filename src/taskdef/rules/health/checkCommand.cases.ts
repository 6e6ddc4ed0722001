import { healthCheck } from '../../rule/exampleContainers.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: healthCheck(['curl -f http://127.0.0.1/ || exit 1']),
    at: '"curl',
    says: /taken for the name of a program/,
    holds: healthCheck(['CMD-SHELL', 'curl -f http://127.0.0.1/ || exit 1']),
    fix: /"CMD-SHELL", "curl/,
  },
  {
    about: 'in one text',
    breaks: healthCheck(['CMD-SHELL, curl -f http://127.0.0.1/ || exit 1']),
    at: '"CMD-SHELL, curl',
    says: /two texts of the list/,
    holds: healthCheck(['CMD-SHELL', 'curl -f http://127.0.0.1/ || exit 1']),
    fix: /"CMD-SHELL", "curl -f/,
  },
  {
    about: 'a program',
    breaks: healthCheck(['/healthcheck']),
    at: '"/healthcheck"',
    says: /CMD is assumed/,
    holds: healthCheck(['CMD', '/healthcheck']),
    severity: 'hint',
  },
  {
    about: 'case',
    breaks: healthCheck(['cmd-shell', 'true']),
    at: '"cmd-shell"',
    says: /must be written CMD-SHELL/,
    holds: healthCheck(['CMD-SHELL', 'true']),
    fix: /"CMD-SHELL"/,
  },
];
