import type { LogScope } from '../../logs/sources/logScope.ts';
import type { Resource } from '../common/resource.ts';

/** Whose lines a row stands for; undefined for one that writes none. */
export function scopeOf(resource: Resource | undefined): LogScope | undefined {
  switch (resource?.kind) {
    case 'cluster':
      return { kind: 'cluster', clusterArn: resource.clusterArn };
    case 'service':
      return { kind: 'service', clusterArn: resource.clusterArn, serviceArn: resource.serviceArn };
    case 'task':
      return { kind: 'task', clusterArn: resource.clusterArn, taskArn: resource.taskArn };
    case 'container':
      return {
        kind: 'task',
        clusterArn: resource.clusterArn,
        taskArn: resource.taskArn,
        container: resource.container,
      };
    default:
      return undefined;
  }
}
