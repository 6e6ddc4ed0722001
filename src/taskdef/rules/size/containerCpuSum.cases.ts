import { pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: pair({ cpu: 200 }, { cpu: 100 }),
    at: '"256"',
    says: /300 CPU units \(web 200, sidecar 100\), more than the 256/,
    holds: pair({ cpu: 200 }, { cpu: 56 }),
    fix: /"cpu": "512",\s+"memory": "1024"/,
  },
];
