import { container, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ containerDefinitions: [{ ...container, name: 'app' }] }),
    at: '"containerDefinitions"',
    says: /deploy\.yml writes an image into container web/,
    holds: fargate(),
    context: { siblings: { renderedContainers: [{ file: 'deploy.yml', container: 'web' }] } },
  },
];
