import type { Cluster } from '@aws-sdk/client-ecs';
import type { ClusterState } from '../clusterState.ts';

/** A cluster as the API shows it; `include` adds its settings, tags, statistics and configuration. */
export function describeCluster(cluster: ClusterState, include: readonly string[] = []): Cluster {
  const tasks = cluster.liveTasks();
  const running = tasks.filter((task) => task.data.lastStatus === 'RUNNING').length;
  const has = (what: string): boolean => include.includes(what);
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: cluster.instances.size,
    runningTasksCount: running,
    pendingTasksCount: tasks.filter((task) => task.pending).length,
    activeServicesCount: cluster.activeServices().length,
    statistics: has('STATISTICS') ? statistics(cluster) : [],
    tags: has('TAGS') ? cluster.tags : [],
    settings: has('SETTINGS') ? cluster.settings : [],
    capacityProviders: cluster.capacityProviders,
    defaultCapacityProviderStrategy: cluster.defaultStrategy,
    ...(has('CONFIGURATIONS') && cluster.configuration ? { configuration: cluster.configuration } : {}),
    ...(cluster.serviceConnectDefaults ? { serviceConnectDefaults: cluster.serviceConnectDefaults } : {}),
  };
}

function statistics(cluster: ClusterState): Cluster['statistics'] {
  const live = cluster.liveTasks();
  const active = cluster.activeServices();
  const count = (type: string, state: 'running' | 'pending'): number =>
    live.filter((task) => task.data.launchType === type && task[state]).length;
  const services = (type: string): number => active.filter((service) => service.spec.launchType === type).length;
  const draining = [...cluster.services.values()].filter((service) => service.status === 'DRAINING');
  const values = {
    runningEC2TasksCount: count('EC2', 'running'),
    runningFargateTasksCount: count('FARGATE', 'running'),
    pendingEC2TasksCount: count('EC2', 'pending'),
    pendingFargateTasksCount: count('FARGATE', 'pending'),
    activeEC2ServiceCount: services('EC2'),
    activeFargateServiceCount: services('FARGATE'),
    drainingEC2ServiceCount: draining.filter((service) => service.spec.launchType === 'EC2').length,
    drainingFargateServiceCount: draining.filter((service) => service.spec.launchType === 'FARGATE').length,
  };
  return Object.entries(values).map(([name, value]) => ({ name, value: String(value) }));
}
