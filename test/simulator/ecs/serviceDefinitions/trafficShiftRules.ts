import type { DeploymentLifecycleHook } from '@aws-sdk/client-ecs';
import { duplicate, each, outside, type ServiceInput, type ServiceRule, whole } from './rule.ts';

const STRATEGY_NAMES: Readonly<Record<string, string>> = {
  BLUE_GREEN: 'Blue/green',
  CANARY: 'canary',
  LINEAR: 'linear',
};
const LISTENER_RULE = /:elasticloadbalancing:[^:]+:\d{12}:(?:listener-rule\/app|listener\/net)\//;
const TARGET_GROUP = /:elasticloadbalancing:[^:]+:\d{12}:targetgroup\//;
const FUNCTION = /^arn:[^:]+:lambda:[^:]+:\d{12}:function:/;

function strategyOf({ deploymentConfiguration }: ServiceInput): string {
  return deploymentConfiguration?.strategy ?? 'ROLLING';
}

function isTenth(value: number): boolean {
  return Number.isInteger(Number((value * 10).toFixed(6)));
}

/** Deployments that start all of the new tasks and then move the traffic. */
export const trafficShiftRules: readonly ServiceRule[] = [
  whole((input) => {
    const balancers = input.loadBalancers ?? [];
    const advanced = balancers.filter(({ advancedConfiguration }) => advancedConfiguration);
    if (advanced.some(({ loadBalancerName, targetGroupArn }) => loadBalancerName && !targetGroupArn))
      return 'advancedConfiguration field is not allowed with ELBv1 loadBalancers';
    const strategy = STRATEGY_NAMES[strategyOf(input)];
    if (strategy && advanced.length < balancers.length)
      return `advancedConfiguration field is required for all loadBalancers when using the ${strategy} deployment strategy`;
    return (
      advanced.length > 0 &&
      advanced.length < balancers.length &&
      'Either all or none of the provided loadBalancers must have advancedConfiguration defined'
    );
  }),
  each(
    ({ loadBalancers }) => loadBalancers,
    ({ advancedConfiguration: advanced }) => {
      if (!advanced) return undefined;
      const { alternateTargetGroupArn, productionListenerRule, testListenerRule, roleArn } = advanced;
      if (!alternateTargetGroupArn || !productionListenerRule || !roleArn)
        return 'alternateTargetGroupArn, productionListenerRule and roleArn are required in advancedConfiguration';
      if (!TARGET_GROUP.test(alternateTargetGroupArn)) return 'alternateTargetGroupArn has an invalid ARN format.';
      for (const [name, arn] of Object.entries({ productionListenerRule, testListenerRule })) {
        if (arn && !LISTENER_RULE.test(arn))
          return `${name} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${arn}`;
      }
      return (
        productionListenerRule === testListenerRule &&
        `The following rules cannot be used as both production and test listener rules: ${productionListenerRule}`
      );
    },
  ),
  whole(({ loadBalancers = [] }) => {
    const alternates = loadBalancers.flatMap(
      ({ advancedConfiguration }) => advancedConfiguration?.alternateTargetGroupArn ?? [],
    );
    if (alternates.length === 0) return undefined;
    const twice = duplicate([...loadBalancers.map(({ targetGroupArn }) => targetGroupArn), ...alternates]);
    return twice && `Duplicate targetGroupArn found: ${twice}`;
  }),
  whole((input) => {
    const {
      linearConfiguration: linear,
      canaryConfiguration: canary,
      bakeTimeInMinutes,
    } = input.deploymentConfiguration ?? {};
    if (linear && strategyOf(input) !== 'LINEAR')
      return 'linearConfiguration is only valid with the LINEAR deployment strategy.';
    if (canary && strategyOf(input) !== 'CANARY')
      return 'canaryConfiguration is only valid with the CANARY deployment strategy.';
    if (outside(linear?.stepPercent, 3, 100) || !isTenth(linear?.stepPercent ?? 0))
      return 'stepPercent must be a multiple of 0.1 between 3.0 and 100.0';
    if (outside(canary?.canaryPercent, 0.1, 100) || !isTenth(canary?.canaryPercent ?? 0))
      return 'canaryPercent must be a multiple of 0.1 between 0.1 and 100.0';
    const times = [bakeTimeInMinutes, linear?.stepBakeTimeInMinutes, canary?.canaryBakeTimeInMinutes];
    return times.some((time) => outside(time, 0, 1440)) && 'Bake time must be between 0 and 1440 minutes';
  }),
  each(({ deploymentConfiguration }) => deploymentConfiguration?.lifecycleHooks, hookRefusal),
];

function hookRefusal(hook: DeploymentLifecycleHook): string | false | undefined {
  const { targetType = 'AWS_LAMBDA', hookTargetArn, lifecycleStages = [], timeoutConfiguration } = hook;
  if (targetType !== 'AWS_LAMBDA' && targetType !== 'PAUSE')
    return 'Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE';
  if (lifecycleStages.length === 0) return 'lifecycleStages must be specified for a lifecycle hook.';
  if (outside(timeoutConfiguration?.timeoutInMinutes, 1, 20_160)) return 'timeoutInMinutes must be between 1 and 20160';
  if (targetType === 'PAUSE')
    return (
      lifecycleStages.some((stage) => stage === 'TEST_TRAFFIC_SHIFT' || stage === 'PRODUCTION_TRAFFIC_SHIFT') &&
      'Invalid lifecycle stage provided for Pause Hook'
    );
  if (!hookTargetArn) return 'hookTargetArn must be specified for an AWS_LAMBDA lifecycle hook.';
  return !FUNCTION.test(hookTargetArn) && 'hookTargetArn has an invalid ARN format.';
}
