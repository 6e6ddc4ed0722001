import { deployed } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const breaker = (changes: object): object =>
  deployed({ deploymentCircuitBreaker: { enable: true, rollback: true, ...changes } });

export const cases: RuleCase[] = [
  {
    breaks: breaker({ enable: false }),
    at: 'false',
    says: /no effect/,
    holds: breaker({ enable: false, rollback: false }),
    fix: /"enable": true/,
  },
  {
    about: 'a share above all',
    breaks: breaker({ thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 150 } }),
    at: '150',
    says: /1 to 100/,
    severity: 'error',
    holds: breaker({ thresholdConfiguration: { type: 'COUNT', value: 150 } }),
    fix: true,
  },
];
