import { deployed } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const codeDeploy = { deploymentController: { type: 'CODE_DEPLOY' } };

export const cases: RuleCase[] = [
  {
    breaks: deployed({ deploymentCircuitBreaker: { enable: true, rollback: true } }, codeDeploy),
    at: '"deploymentCircuitBreaker"',
    says: /CODE_DEPLOY has no deploymentCircuitBreaker/,
    holds: deployed({ deploymentCircuitBreaker: { enable: false, rollback: false } }, codeDeploy),
    fix: /^(?![^]*CircuitBreaker)/,
  },
  {
    about: 'alarms',
    breaks: deployed({ alarms: { alarmNames: ['shop-5xx'], enable: true, rollback: true } }, codeDeploy),
    at: '"alarms"',
    says: /CODE_DEPLOY has no alarms/,
    holds: deployed({ alarms: { alarmNames: ['shop-5xx'], enable: true, rollback: true } }),
    fix: true,
  },
];
