import { randomUUID } from 'node:crypto';
import type { Failure, Task } from '@aws-sdk/client-ecs';
import { changeWithToken } from './changeWithToken.ts';
import type { Connection } from '../connection/connection.ts';
import type { Consent } from '../connection/gate.ts';
import type { Changes } from '../sdk/operations.ts';

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
  const { tasks = [], failures = [] } = await changeWithToken('ecs:RunTask', send, connection.timer, signal);
  return { tasks, failures };
}
