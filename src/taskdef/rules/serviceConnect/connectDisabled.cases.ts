import { connect } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: connect({ enabled: false, services: [{ portName: 'http' }] }),
    at: '"services"',
    says: /turned off/,
    holds: connect({ enabled: false }),
    fix: /"enabled": true/,
  },
];
