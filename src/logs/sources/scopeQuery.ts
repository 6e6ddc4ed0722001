import { parseArn } from '../../ecs/arn.ts';
import { partitionOf } from '../../ecs/partitions.ts';
import type { LogQuery } from '../read/logQuery.ts';
import type { LogScope } from './logScope.ts';
import type { LogSource } from './logSources.ts';

/** What to ask of a group for a scope; tasks write to groups of their own account. */
export function queryOf(scope: LogScope, source: LogSource, filterPattern: string | undefined): LogQuery {
  const { region, group, streamPrefixes } = source;
  if (scope.kind === 'group') {
    const prefixes = scope.streamPrefix ? [scope.streamPrefix] : [];
    return { region, group, groupArn: scope.groupArn, streamPrefixes: prefixes, filterPattern };
  }
  const { partition = partitionOf(region), account = '' } = parseArn(scope.clusterArn) ?? {};
  const groupArn = `arn:${partition}:logs:${region}:${account}:log-group:${group}`;
  return { region, group, groupArn, streamPrefixes, filterPattern };
}
