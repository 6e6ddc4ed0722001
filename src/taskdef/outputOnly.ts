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
