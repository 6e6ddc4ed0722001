import type { Task } from '@aws-sdk/client-ecs';
import { AwsError } from '../aws/errors.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { fetchTaskDefinition } from '../aws/read/taskDefinitions.ts';
import { nameOfArn } from '../ecs/arn.ts';
import { type CloudWatchLog, containerLogs } from './sources/containerLog.ts';
import { logsApi } from './read/logsApi.ts';
import { fetchRecentLines } from './read/recentLines.ts';

/** The last lines that one container of a task wrote. */
export interface ContainerLines {
  container: string;
  lines: string[];
}

/** The last log lines of a task, container by container; empty where there are none or they may not be read. */
export async function fetchLastLines(
  connection: Connection,
  task: Task,
  options: { lines: number; signal: AbortSignal },
): Promise<ContainerLines[]> {
  try {
    const { taskDefinition } = await fetchTaskDefinition(connection, task.taskDefinitionArn ?? '', options.signal);
    const logs = containerLogs(taskDefinition).filter((log) => log.kind === 'cloudWatch');
    const found = await Promise.all(logs.map((log) => fetchContainerLines(connection, task, log, options)));
    return found.filter(({ lines }) => lines.length > 0);
  } catch (error) {
    if (error instanceof AwsError && error.kind !== 'aborted') return [];
    throw error;
  }
}

async function fetchContainerLines(
  connection: Connection,
  task: Task,
  log: CloudWatchLog,
  { lines, signal }: { lines: number; signal: AbortSignal },
): Promise<ContainerLines> {
  const stream = streamOf(task, log);
  if (stream === undefined || (log.region ?? connection.region) !== connection.region) {
    return { container: log.container, lines: [] };
  }
  const recent = await fetchRecentLines({
    api: logsApi(connection),
    query: { region: connection.region, group: log.group, groupArn: '', streamPrefixes: [stream] },
    range: { from: task.createdAt?.getTime() ?? 0 },
    count: lines,
    select: (events) => events,
    signal,
  });
  return { container: log.container, lines: recent.lines.map(({ message }) => message.trimEnd()) };
}

/** The stream that is this task's alone, or undefined where several share one. */
function streamOf(task: Task, log: CloudWatchLog): string | undefined {
  if (log.streamId === 'task') return log.streamPrefix + nameOfArn(task.taskArn ?? '');
  if (log.streamId === 'none') return undefined;
  return task.containers?.find(({ name }) => name === log.container)?.runtimeId;
}
