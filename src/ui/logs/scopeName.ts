import type { Connection } from '../../aws/connection/connection.ts';
import { nameOfArn, shortTaskId } from '../../ecs/arn.ts';
import { visibleLine } from '../../ecs/text/visibleText.ts';
import type { LogScope } from '../../logs/sources/logScope.ts';

/**
 * Name of the channel in which a scope is followed: another account or Region has another. It begins with what tells it
 * from others, for lists cut off the end.
 */
export function scopeName(scope: LogScope, connection: Connection): string {
  const cluster = scope.kind === 'service' || scope.kind === 'task' ? [nameOfArn(scope.clusterArn)] : [];
  const places = [...cluster, connection.profileLabel, connection.region];
  return visibleLine(`${shortScopeName(scope)} (${places.join(', ')})`);
}

/** What is followed, without where it is. */
export function shortScopeName(scope: LogScope): string {
  switch (scope.kind) {
    case 'cluster':
      return nameOfArn(scope.clusterArn);
    case 'service':
      return nameOfArn(scope.serviceArn);
    case 'task':
      return [scope.container, shortTaskId(scope.taskArn)].filter(Boolean).join(' ');
    case 'group':
      return [scope.group, scope.streamPrefix].filter(Boolean).join(' ');
  }
}
