/** ARNs of things in a cluster: the cluster's name follows the kind. */
const inCluster =
  /^arn:[^:]*:ecs:[^:]*:[^:]*:(?:service|task|container-instance|service-deployment|service-revision|task-set)\/([^/]+)\//;
const ofCluster = /^arn:[^:]*:ecs:[^:]*:[^:]*:cluster\/([^/]+)$/;
/** How Application Auto Scaling names a service. */
const scalableTarget = /^service\/([^/]+)\/[^/]+$/;

/** Names of the clusters that the input of an operation speaks of, by whichever member it does so. */
export function clusterNames(input: object): string[] {
  const names = Object.entries(input).flatMap(([key, value]) =>
    typeof value === 'string' ? clusterIn(key, value) : [],
  );
  return [...new Set(names)];
}

function clusterIn(key: string, value: string): string[] {
  const match = inCluster.exec(value) ?? ofCluster.exec(value) ?? scalableTarget.exec(value);
  if (match?.[1] !== undefined) return [match[1]];
  return key === 'cluster' || key === 'clusterName' ? [value] : [];
}
