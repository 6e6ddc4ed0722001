import { controllerOf, each, outside, type ServiceRule, whole } from './rule.ts';

const TARGET_GROUP = /^arn:[^:]+:elasticloadbalancing:[^:]+:\d{12}:targetgroup\/[^/]+\/.+$/;
const LATTICE = /^arn:[^:]+:vpc-lattice:[^:]+:\d{12}:targetgroup\/.+$/;
const REGISTRY = /^arn:[^:]+:servicediscovery:[^:]+:\d{12}:service\/.+$/;
const ROLE = /^arn:[^:]+:iam::\d{12}:role\/.+$/;

/** Load balancers and registries, and what they need. */
export const trafficRules: readonly ServiceRule[] = [
  whole(({ loadBalancers = [] }) => loadBalancers.length > 5 && 'load balancers can have at most 5 items.'),
  whole(({ serviceRegistries = [] }) => serviceRegistries.length > 1 && 'service registries can have at most 1 items.'),
  whole(
    ({ launchType, serviceRegistries = [] }) =>
      launchType === 'EXTERNAL' &&
      serviceRegistries.length > 0 &&
      'Service registries are not supported for external launch type.',
  ),
  whole(({ gatewayConnectors = [] }) => gatewayConnectors.length > 1 && 'gateway connectors can have at most 1 items.'),
  each(
    ({ loadBalancers }) => loadBalancers,
    ({ targetGroupArn, loadBalancerName, containerName, containerPort }) => {
      if (targetGroupArn && loadBalancerName)
        return 'loadBalancerName and targetGroupArn cannot both be specified. You must specify either a loadBalancerName or a targetGroupArn.';
      if (!targetGroupArn && !loadBalancerName)
        return 'You must specify either a loadBalancerName or a targetGroupArn.';
      if (targetGroupArn && !TARGET_GROUP.test(targetGroupArn))
        return 'Unable to assume role and validate the specified targetGroupArn. Please verify that the ECS service role being passed has the proper permissions.';
      if (!containerName) return 'containerName must be specified.';
      if (containerPort === undefined) return 'containerPort must be specified.';
      return outside(containerPort, 0, 65_535) && 'containerPort must be between 0 and 65535';
    },
  ),
  each(
    ({ loadBalancers }) => loadBalancers,
    ({ loadBalancerName }, { launchType, networkConfiguration }) => {
      if (!loadBalancerName) return undefined;
      if (launchType === 'FARGATE') return 'Classic Load Balancers are not supported with Fargate.';
      return (
        networkConfiguration?.awsvpcConfiguration &&
        'Classic Load Balancers are not supported with awsvpc network mode.'
      );
    },
  ),
  each(
    ({ loadBalancers = [], vpcLatticeConfigurations = [], volumeConfigurations = [], serviceConnectConfiguration }) => [
      ...loadBalancers.flatMap(({ advancedConfiguration }) => advancedConfiguration?.roleArn ?? []),
      ...vpcLatticeConfigurations.map(({ roleArn }) => roleArn),
      ...volumeConfigurations.flatMap(({ managedEBSVolume }) => (managedEBSVolume ? [managedEBSVolume.roleArn] : [])),
      ...(serviceConnectConfiguration?.services ?? []).flatMap(({ tls }) => tls?.roleArn ?? []),
    ],
    (role) => !ROLE.test(role ?? '') && `Role ${role} is not valid.`,
  ),
  each(
    ({ vpcLatticeConfigurations }) => vpcLatticeConfigurations,
    ({ targetGroupArn }) => !LATTICE.test(targetGroupArn ?? '') && 'VPC Lattice target group ARN is not valid.',
  ),
  each(
    ({ serviceRegistries }) => serviceRegistries,
    ({ registryArn, port, containerName, containerPort }) => {
      if (!REGISTRY.test(registryArn ?? '')) return 'registryArn is not valid.';
      if (outside(port, 0, 65_535) || outside(containerPort, 0, 65_535)) return 'port must be between 0 and 65535';
      if (port !== undefined && (containerName !== undefined || containerPort !== undefined))
        return "The values specified for serviceRegistries do not require a value for 'port'. Remove the value and retry.";
      if (containerPort !== undefined && containerName === undefined)
        return "When specifying 'containerPort', you must also specify 'containerName'.";
      return (
        containerName !== undefined &&
        containerPort === undefined &&
        "When specifying 'containerName', you must also specify 'containerPort'."
      );
    },
  ),
  each(
    ({ gatewayConnectors }) => gatewayConnectors,
    ({ healthCheck }) =>
      outside(healthCheck?.healthCheckPort, 1, 65_535) && 'healthCheckPort must be between 1 and 65535',
  ),
  whole(
    ({ healthCheckGracePeriodSeconds: seconds = 0 }) =>
      seconds < 0 && 'healthCheckGracePeriodSeconds must be at least 0',
  ),
  whole((input) => {
    const {
      healthCheckGracePeriodSeconds: seconds = 0,
      loadBalancers = [],
      vpcLatticeConfigurations = [],
      gatewayConnectors = [],
    } = input;
    if (seconds === 0 || controllerOf(input) === 'EXTERNAL' || input.serviceConnectConfiguration?.enabled)
      return undefined;
    return (
      [loadBalancers, vpcLatticeConfigurations, gatewayConnectors].every((list) => list.length === 0) &&
      'Health check grace period is only valid for services configured to use load balancers'
    );
  }),
  whole(({ role, loadBalancers = [], networkConfiguration, serviceRegistries = [] }) => {
    if (!role) return undefined;
    if (loadBalancers.length === 0) return 'IAM roles are only valid for services configured to use load balancers.';
    const linked =
      networkConfiguration?.awsvpcConfiguration || loadBalancers.length > 1 || serviceRegistries.length > 0;
    return linked && 'You cannot specify an IAM role for services that require a service linked role.';
  }),
];
