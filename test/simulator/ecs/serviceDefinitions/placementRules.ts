import { each, isDaemon, type ServiceRule, whole } from './rule.ts';

/** Where tasks are placed, and what they are attached to there. */
export const placementRules: readonly ServiceRule[] = [
  whole(({ placementConstraints = [] }) => placementConstraints.length > 10 && 'Maximum number of constraints is 10.'),
  whole(({ placementStrategy = [] }) => placementStrategy.length > 5 && 'Maximum number of strategies is 5.'),
  whole((input) => {
    const fargate =
      input.launchType === 'FARGATE' ||
      input.capacityProviderStrategy?.some(({ capacityProvider }) => capacityProvider?.startsWith('FARGATE'));
    if (!fargate) return undefined;
    if (input.placementConstraints?.length) return 'Placement constraints are not supported with FARGATE launch type.';
    return (
      Boolean(input.placementStrategy?.length) && 'Placement strategies are not supported with FARGATE launch type.'
    );
  }),
  whole(
    (input) =>
      isDaemon(input) &&
      Boolean(input.placementStrategy?.length) &&
      'The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again.',
  ),
  each(
    ({ placementConstraints }) => placementConstraints,
    ({ type, expression }) => {
      if (!type) return 'Placement constraint type must be specified.';
      if (type === 'distinctInstance')
        return expression !== undefined && 'distinctInstance expression should not be specified.';
      if (!expression) return 'memberOf expression should be specified.';
      if (expression.length > 2000) return 'expression must be at most 2000 characters long.';
      return /[^=!<>~]=[^=~]/.test(expression) && `Invalid constraint expression: ${expression}`;
    },
  ),
  each(
    ({ placementStrategy }) => placementStrategy,
    ({ type, field }) => {
      if (!type) return 'Placement strategy type must be specified.';
      if (type === 'random') return field !== undefined && 'random field should not be specified.';
      if (!field) return `${type} field should be specified.`;
      const packs = /^(?:cpu|memory)$/i.test(field);
      return (type === 'binpack') !== packs && `${type} field '${field}' is invalid.`;
    },
  ),
  whole(({ networkConfiguration, launchType }) => {
    const { subnets = [], securityGroups = [], assignPublicIp } = networkConfiguration?.awsvpcConfiguration ?? {};
    if (subnets.length > 16) return 'subnets can have at most 16 items.';
    if (securityGroups.length > 5) return 'securityGroups can have at most 5 items.';
    const subnet = subnets.find((id) => !id.startsWith('subnet-'));
    if (subnet !== undefined)
      return `Error retrieving subnet information for [${subnet}]: The subnet ID '${subnet}' does not exist`;
    const group = securityGroups.find((id) => !id.startsWith('sg-'));
    if (group !== undefined)
      return `Error retrieving security group information for [${group}]: The security group '${group}' does not exist`;
    return (
      assignPublicIp === 'ENABLED' &&
      (launchType === 'EC2' || launchType === 'EXTERNAL') &&
      'Assign public IP is not supported for this launch type.'
    );
  }),
];
