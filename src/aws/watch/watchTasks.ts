import type { Task } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import { fetchTasksByArn } from '../read/tasks.ts';
import type { WatchOptions } from './watchRollout.ts';

/** The tasks as they are now. */
export interface TaskSample {
  tasks: Task[];
  problem?: AwsError;
}

/** Follows tasks until all have stopped, or ECS has forgotten them. One DescribeTasks per look. */
export async function* watchTasks(
  connection: Connection,
  target: { cluster: string; taskArns: readonly string[] },
  options: WatchOptions = {},
): AsyncGenerator<TaskSample> {
  const { signal, timer = connection.timer, interval = 3000 } = options;
  const known = new Map<string, Task>();
  for (let failures = 0; ;) {
    let problem: AwsError | undefined;
    let forgotten = false;
    try {
      const tasks = await fetchTasksByArn(connection, target.cluster, target.taskArns, signal);
      for (const task of tasks) known.set(task.taskArn ?? '', task);
      forgotten = tasks.length === 0;
      failures = 0;
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind === 'aborted') throw error;
      problem = error;
      failures++;
    }
    const tasks = [...known.values()];
    yield { tasks, problem };
    const over = tasks.every((task) => task.lastStatus === 'STOPPED');
    if (!problem && (over ? tasks.length > 0 : forgotten)) return;
    if (!problem && forgotten && tasks.length === 0) return;
    await timer.sleep(interval * Math.min(6, 1 + failures), signal);
  }
}
