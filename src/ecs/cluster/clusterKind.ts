import type { Cluster } from '@aws-sdk/client-ecs';

/** What a cluster's tasks run on. */
export type ClusterKind = 'fargate' | 'ec2' | 'external' | 'mixed' | 'unknown';

/**
 * Reads a cluster's kind from its statistics (asked for with `include: ['STATISTICS']`), and from its instances and
 * capacity providers where nothing runs yet.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html
 */
export function clusterKind(cluster: Cluster): ClusterKind {
  const kinds = new Set<ClusterKind>();
  for (const { name = '', value } of cluster.statistics ?? []) {
    if (value === undefined || value === '0') continue;
    if (/Fargate/.test(name)) kinds.add('fargate');
    else if (/External/i.test(name)) kinds.add('external');
    else if (/EC2/.test(name)) kinds.add('ec2');
  }
  if (kinds.size === 0) addConfigured(cluster, kinds);
  if (kinds.size > 1) return 'mixed';
  return [...kinds][0] ?? 'unknown';
}

function addConfigured(cluster: Cluster, kinds: Set<ClusterKind>): void {
  if (cluster.registeredContainerInstancesCount) kinds.add('ec2');
  for (const name of cluster.capacityProviders ?? []) kinds.add(/^FARGATE(_SPOT)?$/.test(name) ? 'fargate' : 'ec2');
}
