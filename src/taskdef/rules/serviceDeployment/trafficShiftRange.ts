import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const trafficShiftRange = limitRule({
  id: 'SD06E',
  title: 'Bake times are 0 to 1440 minutes, a linear step 3 to 100 %, the canary 0.1 to 100 %.',
  link: links.canaryDeployment,
  members: [
    'DeploymentConfiguration.bakeTimeInMinutes',
    'LinearConfiguration.stepPercent',
    'LinearConfiguration.stepBakeTimeInMinutes',
    'CanaryConfiguration.canaryPercent',
    'CanaryConfiguration.canaryBakeTimeInMinutes',
  ],
});
