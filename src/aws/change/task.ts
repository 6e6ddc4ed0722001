import type { Failure, Task } from '@aws-sdk/client-ecs';
import { randomUUID } from 'node:crypto';
import type { ChangeSession } from '../connection/changeSession.ts';
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
  session: ChangeSession,
  input: RunTaskInput,
  consent: Consent,
  signal?: AbortSignal,
): Promise<StartedTasks> {
  const request = { ...input, clientToken: randomUUID() };
  const send = () => session.change('ecs', 'RunTask', request, consent, signal);
  const { tasks = [], failures = [] } = await changeWithToken(session, 'ecs:RunTask', send, signal);
  return { tasks, failures };
}

/** Stops a task once. `reason` is what ECS shows as its stopped reason. */
export async function stopTask(
  session: ChangeSession,
  task: { clusterArn: string; taskArn: string; reason: string },
  consent: Consent,
  signal?: AbortSignal,
): Promise<Task | undefined> {
  const { clusterArn: cluster, taskArn, reason } = task;
  return changeOrReadBack(
    session,
    {
      operation: 'ecs:StopTask',
      send: async () => {
        const input = { cluster, task: taskArn, reason: reason || undefined };
        return (await session.change('ecs', 'StopTask', input, consent, signal)).task;
      },
      findResult: async () => {
        const [found] = await fetchTasksByArn(session, cluster, [taskArn], signal);
        return found?.desiredStatus === 'STOPPED' ? found : undefined;
      },
    },
    signal,
  );
}
