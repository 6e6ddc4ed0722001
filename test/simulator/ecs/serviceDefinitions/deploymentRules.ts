import { controllerOf, isDaemon, outside, type ServiceInput, type ServiceRule, whole } from './rule.ts';

const OF_TASK_SETS = ['launchType', 'platformVersion', 'serviceRegistries', 'capacityProviderStrategy'] as const;

function says(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** What DescribeServices would show as the percentages of a rolling update. */
function percentages(input: ServiceInput): { least: number; most: number } {
  const { minimumHealthyPercent, maximumPercent } = input.deploymentConfiguration ?? {};
  const [least, most] = isDaemon(input) ? [0, 100] : [100, 200];
  return { least: minimumHealthyPercent ?? least, most: maximumPercent ?? most };
}

/** Who deploys, and what goes with that. */
const controllerRules: readonly ServiceRule[] = [
  whole((input) => {
    const { deploymentConfiguration: { deploymentCircuitBreaker } = {} } = input;
    return (
      controllerOf(input) !== 'ECS' &&
      deploymentCircuitBreaker?.enable === true &&
      'Deployment circuit breaker feature is only supported with ECS deployment controller. Update to ECS deployment controller and try again.'
    );
  }),
  whole(
    (input) =>
      controllerOf(input) !== 'ECS' &&
      input.deploymentConfiguration?.alarms?.enable === true &&
      'Alarm based rollback feature is only supported with ECS deployment controller. Update to ECS deployment controller and try again.',
  ),
  whole((input) => {
    if (!input.serviceConnectConfiguration?.enabled) return undefined;
    if (controllerOf(input) === 'EXTERNAL')
      return 'The EXTERNAL deployment controller type is not supported for services using Service Connect.';
    return (
      controllerOf(input) === 'CODE_DEPLOY' &&
      'Service Connect feature is only supported with ECS (rolling update) deployment controller. Update to ECS deployment controller and try again.'
    );
  }),
  whole((input) => {
    const controller = controllerOf(input);
    return (
      controller !== 'ECS' &&
      isDaemon(input) &&
      `The ${controller} deployment controller type is not supported for services using the DAEMON scheduling strategy.`
    );
  }),
  whole(
    (input) =>
      controllerOf(input) !== 'ECS' &&
      (input.deploymentConfiguration?.strategy ?? 'ROLLING') !== 'ROLLING' &&
      'The deployment strategy is only supported with ECS deployment controller.',
  ),
  whole(
    (input) =>
      controllerOf(input) === 'CODE_DEPLOY' &&
      !input.loadBalancers?.some(({ targetGroupArn }) => targetGroupArn) &&
      'When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.',
  ),
  whole((input) => {
    if (controllerOf(input) !== 'EXTERNAL') return undefined;
    if (input.taskDefinition === '') return 'Family should not be null or empty.';
    if (input.taskDefinition !== undefined) return 'TaskDefinition must be blank';
    if (input.networkConfiguration) return 'NetworkConfiguration must be null.';
    if (says(input.loadBalancers)) return 'LoadBalancers must be empty or null';
    const other = OF_TASK_SETS.find((name) => says(input[name]));
    return other && `${other} must be blank`;
  }),
];

/** How many tasks run while a deployment goes on, and when it has failed or gone well. */
const progressRules: readonly ServiceRule[] = [
  whole(
    ({ deploymentConfiguration: { maximumPercent = 100 } = {} }) =>
      maximumPercent < 100 && 'maximumPercent must be at least 100',
  ),
  whole(({ deploymentConfiguration: { minimumHealthyPercent = 0 } = {} }) => {
    if (minimumHealthyPercent < 0) return 'minimumHealthyPercent must be at least 0';
    return minimumHealthyPercent > 100 && 'minimumHealthyPercent must be at most 100';
  }),
  whole(
    (input) =>
      isDaemon(input) &&
      percentages(input).most > 100 &&
      'The daemon scheduling strategy does not support values above 100 for maximumPercent.',
  ),
  whole((input) => {
    const { least, most } = percentages(input);
    const rolls = controllerOf(input) === 'ECS' && (input.deploymentConfiguration?.strategy ?? 'ROLLING') === 'ROLLING';
    return (
      rolls &&
      least === 100 &&
      most === 100 &&
      'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.'
    );
  }),
  whole(({ deploymentConfiguration: { deploymentCircuitBreaker } = {} }) => {
    const { type, value = 50 } = deploymentCircuitBreaker?.thresholdConfiguration ?? {};
    return (
      (value < 1 || (type === 'BOUNDED_PERCENT' && value > 100)) &&
      'Invalid deployment circuit breaker threshold value.'
    );
  }),
  whole(({ deploymentConfiguration: { alarms } = {} }) => {
    if (alarms?.alarmNames?.includes('')) return 'Alarm name cannot be empty.';
    return (
      alarms?.enable === true && !alarms.alarmNames?.length && 'Alarm names must be specified when alarms are enabled.'
    );
  }),
  whole((input) => {
    const early = input.deploymentConfiguration?.earlySuccessCriteria;
    if (outside(early?.healthyPercent, 0, 100)) return 'healthyPercent must be between 0 and 100';
    if (!early?.enable) return undefined;
    if (early.healthyPercent === undefined || !early.sourceServiceRevisionCleanup)
      return 'healthyPercent and sourceServiceRevisionCleanup must be specified when the early success criteria are enabled.';
    return (
      early.healthyPercent < percentages(input).least &&
      'healthyPercent must be greater than or equal to minimumHealthyPercent'
    );
  }),
];

/** What is watched, and how tasks are moved between Availability Zones. */
const settingRules: readonly ServiceRule[] = [
  whole(({ desiredCount = 0 }) => desiredCount < 0 && 'desiredCount must be at least 0'),
  whole(
    (input) =>
      isDaemon(input) &&
      input.desiredCount !== undefined &&
      'The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again.',
  ),
  whole(({ monitoring }) => {
    for (const { metricNames = [], resolutionSeconds } of monitoring?.metricConfigurations ?? []) {
      if (resolutionSeconds !== 20 && resolutionSeconds !== 60) return 'resolutionSeconds should be one of [20,60]';
      if (metricNames.length === 0) return 'metricNames cannot be empty.';
      if (metricNames.some((name) => name !== 'CPUUtilization' && name !== 'MemoryUtilization'))
        return 'metricNames should be one of [CPUUtilization,MemoryUtilization]';
    }
    return undefined;
  }),
  whole((input) => {
    if (input.availabilityZoneRebalancing !== 'ENABLED') return undefined;
    if (isDaemon(input))
      return "The service couldn't be created because Availability Zone Rebalancing does not support DAEMON as scheduling strategy. Update scheduling strategy and try again.";
    if (percentages(input).most <= 100)
      return 'Availability Zone Rebalancing does not support maximumPercent <= 100 % as deployment configuration.';
    if (input.launchType === 'EXTERNAL')
      return 'Availability Zone Rebalancing does not support EXTERNAL as launch type.';
    if (input.loadBalancers?.some(({ loadBalancerName }) => loadBalancerName))
      return 'Availability Zone Rebalancing does not support Classic Load Balancers.';
    return (
      input.placementConstraints?.some(({ expression }) => expression?.includes('ecs.availability-zone')) &&
      'Availability Zone Rebalancing does not support attribute:ecs.availability-zone as placement constraint.'
    );
  }),
];

/** In the order in which the service is thought to look. */
export const deploymentRules: readonly ServiceRule[] = [...controllerRules, ...progressRules, ...settingRules];
