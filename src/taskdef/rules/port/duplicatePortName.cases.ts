import { ports } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPort: 80, name: 'http' }, { containerPort: 81, name: 'http' }),
    at: '"http"',
    says: /already used/,
    holds: ports({ containerPort: 80, name: 'http' }, { containerPort: 81, name: 'http2' }),
    fix: /"http-2"/,
  },
];
