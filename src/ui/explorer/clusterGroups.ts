import type { ClusterNode } from './clusterNode.ts';
import type { ExplorerNode } from './node.ts';

interface Groups {
  tasks: ExplorerNode;
  instances: ExplorerNode;
  providers: ExplorerNode;
}

/** The groups of a cluster that have something in them, as far as its counts tell; no request is made to find out. */
export function clusterGroups(node: ClusterNode, groups: Groups): ExplorerNode[] {
  const { registeredContainerInstancesCount: instances = 0, capacityProviders = [] } = node.cluster;
  return [
    ...(hasStandaloneTasks(node, groups.tasks) ? [groups.tasks] : []),
    ...(instances > 0 ? [groups.instances] : []),
    ...(capacityProviders.length > 0 ? [groups.providers] : []),
  ];
}

/** More tasks than the services account for, tasks that were seen, or no services at all, as in a cluster of jobs. */
function hasStandaloneTasks(node: ClusterNode, group: ExplorerNode): boolean {
  if (!node.hasAll) return false;
  if (group.rows().length > 0 || node.services.length === 0) return true;
  const { runningTasksCount: running = 0, pendingTasksCount: pending = 0 } = node.cluster;
  const ofServices = node.services.reduce((sum, service) => sum + service.taskCount, 0);
  return running + pending > ofServices;
}
