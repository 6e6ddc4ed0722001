import { timedCheck } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: timedCheck({ interval: 1 }),
    at: '1',
    says: /interval is 1; ECS accepts 5 to 300/,
    holds: timedCheck({ interval: 300 }),
    fix: /"interval": 5/,
  },
  {
    about: 'retries',
    breaks: timedCheck({ retries: 11 }),
    at: '11',
    says: /1 to 10/,
    holds: timedCheck({ retries: 10, timeout: 2, startPeriod: 0 }),
    fix: /"retries": 10/,
  },
];
