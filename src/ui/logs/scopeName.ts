import type { Connection } from '../../aws/connection/connection.ts';
import { nameOfArn, shortTaskId } from '../../ecs/arn.ts';
import { visibleLine } from '../../ecs/text/visibleText.ts';
import type { LogScope } from '../../logs/sources/logScope.ts';

/** Name of the channel in which a scope is followed: another account or Region has another. */
export function scopeName(scope: LogScope, connection: Connection): string {
  return visibleLine(`ECS ${resource(scope)} (${connection.profileLabel}, ${connection.region})`);
}

function resource(scope: LogScope): string {
  switch (scope.kind) {
    case 'cluster':
      return nameOfArn(scope.clusterArn);
    case 'service':
      return `${nameOfArn(scope.clusterArn)} › ${nameOfArn(scope.serviceArn)}`;
    case 'task':
      return [nameOfArn(scope.clusterArn), shortTaskId(scope.taskArn), scope.container].filter(Boolean).join(' › ');
    case 'group':
      return [scope.group, scope.streamPrefix].filter(Boolean).join(' › ');
  }
}
