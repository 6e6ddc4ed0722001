/** Members of a described service that CreateService does not take; older deploy tools wrote some of them into files. */
export const serviceOutputMembers: ReadonlySet<string> = new Set([
  'clusterArn',
  'createdAt',
  'createdBy',
  'currentServiceDeployment',
  'currentServiceRevisions',
  'deployments',
  'events',
  'pendingCount',
  'platformFamily',
  'resourceManagementType',
  'roleArn',
  'runningCount',
  'serviceArn',
  'status',
  'taskSets',
]);

/** What a service with deployment controller EXTERNAL has in its task sets, and CreateService refuses in itself. */
export const taskSetMembers: readonly string[] = [
  'taskDefinition',
  'launchType',
  'capacityProviderStrategy',
  'platformVersion',
  'networkConfiguration',
  'loadBalancers',
  'serviceRegistries',
];

/** Members that DescribeTaskDefinition returns and RegisterTaskDefinition refuses. */
export const outputOnlyMembers: readonly string[] = [
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt',
];
