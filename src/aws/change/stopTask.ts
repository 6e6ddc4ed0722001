import type { Task } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import type { Consent } from '../connection/gate.ts';
import { changeOrReadBack } from './readBack.ts';
import { fetchTasksByArn } from '../read/tasks.ts';

/** Stops a task once. `reason` is what ECS shows as its stopped reason. */
export async function stopTask(
  connection: Connection,
  task: { clusterArn: string; taskArn: string; reason: string },
  consent: Consent,
  signal?: AbortSignal,
): Promise<Task | undefined> {
  const { clusterArn: cluster, taskArn, reason } = task;
  return changeOrReadBack(
    {
      operation: 'ecs:StopTask',
      send: async () => {
        const input = { cluster, task: taskArn, reason: reason || undefined };
        return (await connection.change('ecs', 'StopTask', input, consent, signal)).task;
      },
      findResult: async () => {
        const [found] = await fetchTasksByArn(connection, cluster, [taskArn], signal);
        return found?.desiredStatus === 'STOPPED' ? found : undefined;
      },
    },
    connection.timer,
    signal,
  );
}
