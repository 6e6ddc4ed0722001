import type { LogGroup } from '@aws-sdk/client-cloudwatch-logs';
import type { Connection } from '../connection/connection.ts';

/** A log group by its whole name; undefined where there is none. */
export async function fetchLogGroup(
  connection: Connection,
  name: string,
  signal?: AbortSignal,
): Promise<LogGroup | undefined> {
  const answer = await connection.read('logs', 'DescribeLogGroups', { logGroupNamePrefix: name }, signal);
  return answer.logGroups?.find(({ logGroupName }) => logGroupName === name);
}
