import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const deploymentBounds = limitRule({
  id: 'SD06I',
  title: 'A hook waits 1 to 20160 minutes, a circuit breaker takes 1 failure or more, a healthy share is 0 to 100 %.',
  link: links.createService,
  members: [
    'DeploymentLifecycleHookTimeoutConfiguration.timeoutInMinutes',
    'ThresholdConfiguration.value',
    'DeploymentEarlySuccessCriteria.healthyPercent',
  ],
});
