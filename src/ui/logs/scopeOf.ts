import type { LogScope } from '../../logs/sources/logScope.ts';
import type { Target } from '../common/targets.ts';

/** Whose lines a tree node stands for. */
export function scopeOf(target: Target): LogScope {
  switch (target.kind) {
    case 'cluster':
      return { kind: 'cluster', clusterArn: target.clusterArn };
    case 'service':
      return { kind: 'service', clusterArn: target.clusterArn, serviceArn: target.serviceArn };
    case 'task':
      return { kind: 'task', clusterArn: target.clusterArn, taskArn: target.taskArn };
    case 'container':
      return { kind: 'task', clusterArn: target.clusterArn, taskArn: target.taskArn, container: target.container };
  }
}
