import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ revision: 3, status: 'ACTIVE' }),
    at: '"revision"',
    says: /RegisterTaskDefinition refuses/,
    holds: fargate(),
    fix: /^\{\s+"family"(?![^]*ACTIVE)/,
  },
  {
    about: 'with the GitHub action',
    breaks: fargate({ deleteRequestedAt: 1 }),
    at: '"deleteRequestedAt"',
    says: /does not send it/,
    holds: fargate(),
    severity: 'info',
    context: { tool: 'github-action' },
  },
];
