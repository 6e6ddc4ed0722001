/** Members of a described service that CreateService does not take; older deploy tools wrote some of them into files. */
export const serviceOutputMembers: ReadonlySet<string> = new Set([
  'clusterArn',
  'createdAt',
  'createdBy',
  'deployments',
  'events',
  'pendingCount',
  'platformFamily',
  'roleArn',
  'runningCount',
  'serviceArn',
  'status',
  'taskSets',
]);

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
