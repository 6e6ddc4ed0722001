import type { Task } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import type { AwsError } from '../errors.ts';
import { fetchTasksByArn } from '../read/tasks.ts';
import { watch, type WatchOptions } from './watch.ts';

/** The tasks as they are now. */
export interface TaskSample {
  tasks: Task[];
  problem?: AwsError;
}

/** Follows tasks until all have stopped, or ECS has forgotten them. One DescribeTasks per look. */
export function watchTasks(
  connection: Connection,
  target: { cluster: string; taskArns: readonly string[] },
  options: WatchOptions = {},
): AsyncGenerator<TaskSample> {
  const known = new Map<string, Task>();
  const look = async () => {
    const found = await fetchTasksByArn(connection, target.cluster, target.taskArns, options.signal);
    for (const task of found) known.set(task.taskArn ?? '', task);
    const tasks = [...known.values()];
    return { sample: { tasks }, over: found.length === 0 || tasks.every((task) => task.lastStatus === 'STOPPED') };
  };
  return watch<TaskSample>(connection, { tasks: [] }, look, { interval: 3000, ...options });
}
