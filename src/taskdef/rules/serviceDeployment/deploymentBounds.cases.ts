import { blueGreen, deployed } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const breaker = (value: number): object =>
  deployed({
    deploymentCircuitBreaker: { enable: true, rollback: true, thresholdConfiguration: { type: 'COUNT', value } },
  });
const pause = (timeoutInMinutes: number): object =>
  blueGreen({
    lifecycleHooks: [
      { targetType: 'PAUSE', lifecycleStages: ['PRE_SCALE_UP'], timeoutConfiguration: { timeoutInMinutes } },
    ],
  });

export const cases: RuleCase[] = [
  {
    breaks: breaker(0),
    at: '0',
    says: /value is 0; the least is 1/,
    holds: breaker(500),
    fix: true,
  },
  {
    about: 'a long pause',
    breaks: pause(43_200),
    at: '43200',
    says: /ECS accepts 1 to 20160/,
    holds: pause(20_160),
    fix: true,
  },
];
