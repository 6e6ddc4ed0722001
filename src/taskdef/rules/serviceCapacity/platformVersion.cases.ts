import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ platformVersion: '1.4' }),
    at: '"1.4"',
    says: /no platform version "1\.4"/,
    holds: service({ platformVersion: '1.4.0' }),
    fix: /"1\.4\.0"/,
  },
  {
    about: 'a version that may be new',
    breaks: service({ platformVersion: '1.9.0' }),
    at: '"1.9.0"',
    says: /no platform version/,
    severity: 'warning',
    holds: service({ platformVersion: 'LATEST' }),
    fix: /"LATEST"/,
  },
];
