import type { Failure, Task } from '@aws-sdk/client-ecs';
import { randomUUID } from 'node:crypto';
import type { Connection } from '../connection/connection.ts';
import type { Consent } from '../connection/gate.ts';
import { fetchTasksByArn } from '../read/tasks.ts';
import type { Changes } from '../sdk/operationTypes.ts';
import { changeOrReadBack, changeWithToken } from './once.ts';

export type RunTaskInput = Changes['ecs']['RunTask']['input'];

/** What RunTask started, and what it could not place: both can be in one answer. */
export interface StartedTasks {
  tasks: Task[];
  failures: Failure[];
}

/** Runs tasks once: a client token makes a repeated request harmless. */
export async function runTask(
  connection: Connection,
  input: RunTaskInput,
  consent: Consent,
  signal?: AbortSignal,
): Promise<StartedTasks> {
  const request = { ...input, clientToken: randomUUID() };
  const send = () => connection.change('ecs', 'RunTask', request, consent, signal);
  const { tasks = [], failures = [] } = await changeWithToken(connection, 'ecs:RunTask', send, signal);
  return { tasks, failures };
}

/** Stops a task once. `reason` is what ECS shows as its stopped reason. */
export async function stopTask(
  connection: Connection,
  task: { clusterArn: string; taskArn: string; reason: string },
  consent: Consent,
  signal?: AbortSignal,
): Promise<Task | undefined> {
  const { clusterArn: cluster, taskArn, reason } = task;
  return changeOrReadBack(
    connection,
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
    signal,
  );
}
