import { waits } from '../../rule/examples/exampleContainers.ts';
import { ec2Pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const check = { healthCheck: { command: ['CMD', '/check'] } };

export const cases: RuleCase[] = [
  {
    breaks: ec2Pair(waits('HEALTHY')),
    at: '"HEALTHY"',
    says: /must have health check configured: sidecar has none/,
    holds: ec2Pair(waits('HEALTHY'), check),
    fix: /"healthCheck"/,
  },
];
