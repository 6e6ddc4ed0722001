import { windows } from '../../rule/examples/exampleFiles.ts';
import { routed } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: routed({ essential: false }),
    at: 'false',
    says: /all logs are lost silently/,
    holds: routed(),
  },
  {
    about: 'on Windows',
    breaks: windows({}, { firelensConfiguration: { type: 'fluentbit' }, memory: 512 }),
    at: '"firelensConfiguration"',
    says: /not supported on Windows/,
    severity: 'error',
    holds: routed(),
  },
];
