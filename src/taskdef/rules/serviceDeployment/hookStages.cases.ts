import { blueGreen, deployed } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const pauseAt = (stage: string): object =>
  blueGreen({ lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: [stage] }] });
const lifecycleHooks = [
  {
    hookTargetArn: 'arn:aws:lambda:eu-central-1:123456789012:function:check-shop',
    roleArn: 'arn:aws:iam::123456789012:role/ecsHooks',
    lifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'],
  },
];

export const cases: RuleCase[] = [
  {
    breaks: pauseAt('PRODUCTION_TRAFFIC_SHIFT'),
    at: '"PRODUCTION_TRAFFIC_SHIFT"',
    says: /cannot stand at PRODUCTION_TRAFFIC_SHIFT/,
    holds: pauseAt('PRE_PRODUCTION_TRAFFIC_SHIFT'),
  },
  {
    about: 'of a rolling update',
    breaks: deployed({ lifecycleHooks }),
    at: '"lifecycleHooks"',
    says: /a rolling update has no such stages/,
    severity: 'warning',
    holds: blueGreen({ lifecycleHooks }),
  },
];
