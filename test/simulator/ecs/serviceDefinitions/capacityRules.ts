import { each, isDaemon, outside, type ServiceRule, whole } from './rule.ts';

const FARGATE = new Set(['FARGATE', 'FARGATE_SPOT']);

/** Launch type, platform version and capacity providers. */
export const capacityRules: readonly ServiceRule[] = [
  whole(({ launchType, capacityProviderStrategy }) =>
    launchType && capacityProviderStrategy?.length
      ? 'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.'
      : undefined,
  ),
  whole(
    ({ launchType }) =>
      launchType === 'MANAGED_INSTANCES' &&
      'To use Managed Instances, you must use the capacityProviderStrategy parameter.',
  ),
  whole(
    ({ capacityProviderStrategy: strategy = [] }) =>
      strategy.length > 20 && 'capacityProviderStrategy can have at most 20 items.',
  ),
  each(
    ({ capacityProviderStrategy }) => capacityProviderStrategy,
    ({ capacityProvider: name = '', weight, base }) => {
      if (outside(weight, 0, 1000)) return 'weight must be between 0 and 1000';
      if (outside(base, 0, 100_000)) return 'base must be between 0 and 100000';
      return (
        (name === '' || (/^(?:aws|ecs|fargate)/i.test(name) && !FARGATE.has(name))) &&
        'The specified capacity provider name is invalid. The name cannot be prefixed with "aws", "ecs", or "fargate".'
      );
    },
  ),
  whole(({ capacityProviderStrategy: strategy = [] }) => {
    const fargate = strategy.filter(({ capacityProvider }) => FARGATE.has(capacityProvider ?? '')).length;
    if (fargate > 0 && fargate < strategy.length)
      return 'A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again.';
    if (strategy.filter(({ base = 0 }) => base > 0).length > 1)
      return 'There are multiple capacity providers in the specified capacity provider strategy with a base value defined.';
    return (
      strategy.length > 0 &&
      strategy.every(({ weight = 0 }) => weight === 0) &&
      'There are no capacity providers in the capacity provider strategy with a weight value greater than zero.'
    );
  }),
  whole(({ platformVersion, launchType }) => {
    if (!platformVersion) return undefined;
    if (launchType === 'EC2') return 'The platform version must be null when specifying an EC2 launch type.';
    return (
      !/^(?:LATEST|\d+\.\d+\.\d+)$/i.test(platformVersion) && `The platform version ${platformVersion} is not valid.`
    );
  }),
  whole(
    (input) =>
      isDaemon(input) &&
      (input.launchType === 'FARGATE' ||
        input.capacityProviderStrategy?.some(({ capacityProvider = '' }) => FARGATE.has(capacityProvider))) &&
      'The daemon scheduling strategy is not supported with Fargate.',
  ),
];
