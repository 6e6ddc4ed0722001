import { pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: pair({ memoryReservation: 400 }, { memory: 200 }),
    at: '"512"',
    says: /reserve 600 MiB \(web 400, sidecar 200\)/,
    holds: pair({ memory: 500, memoryReservation: 300 }, { memory: 500, memoryReservation: 212 }),
    fix: /"memory": "1024"/,
  },
];
