import type { TaskDefinition } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import type { Connection } from '../connection/connection.ts';
import type { Consent } from '../connection/gate.ts';
import { AwsError } from '../errors.ts';
import { fetchLatestRevision, fetchTaskDefinition } from '../read/taskDefinitions.ts';
import type { Changes } from '../sdk/operationTypes.ts';
import { changeOrReadBack } from './once.ts';

type RegisterInput = Changes['ecs']['RegisterTaskDefinition']['input'];

/**
 * Registers a revision once. `known` is the latest revision before, 0 for a new family; `isSame` tells whether a
 * revision that appeared since holds what was sent, for the case that no answer came.
 */
export async function registerRevision(
  connection: Connection,
  registration: { input: RegisterInput; known: number; isSame: (registered: TaskDefinition) => boolean },
  consent: Consent,
  signal?: AbortSignal,
): Promise<TaskDefinition> {
  const { input, known, isSame } = registration;
  return changeOrReadBack(
    connection,
    {
      operation: 'ecs:RegisterTaskDefinition',
      send: async () => {
        const answer = await connection.change('ecs', 'RegisterTaskDefinition', input, consent, signal);
        if (answer.taskDefinition) return answer.taskDefinition;
        throw new AwsError('malformed', 'The answer holds no task definition.');
      },
      findResult: async () => {
        const latest = await fetchLatestRevision(connection, input.family ?? '', signal);
        const found = latest?.taskDefinition;
        return found && (found.revision ?? 0) > known && isSame(found) ? found : undefined;
      },
    },
    signal,
  );
}

/** Makes a revision INACTIVE: nothing new can be started with it, what runs goes on. */
export async function deregisterRevision(connection: Connection, arn: string, consent: Consent): Promise<void> {
  await changeOrReadBack(connection, {
    operation: 'ecs:DeregisterTaskDefinition',
    send: async () => {
      await connection.change('ecs', 'DeregisterTaskDefinition', { taskDefinition: arn }, consent);
      return true;
    },
    findResult: async () => ((await statusOf(connection, arn)) === 'ACTIVE' ? undefined : true),
  });
}

/** Deletes an INACTIVE revision for good. Throws AwsError invalid with ECS's reason when it refuses. */
export async function deleteRevision(connection: Connection, arn: string, consent: Consent): Promise<void> {
  await changeOrReadBack(connection, {
    operation: 'ecs:DeleteTaskDefinitions',
    send: async () => {
      const { failures = [] } = await connection.change(
        'ecs',
        'DeleteTaskDefinitions',
        { taskDefinitions: [arn] },
        consent,
      );
      const [failure] = failures;
      if (!failure) return true;
      const why = failure.detail ?? failure.reason ?? l10n.t('ECS gave no reason.');
      throw new AwsError('invalid', why, { operation: 'ecs:DeleteTaskDefinitions' });
    },
    findResult: async () => ((await statusOf(connection, arn)) === 'INACTIVE' ? undefined : true),
  });
}

async function statusOf(connection: Connection, arn: string): Promise<string | undefined> {
  try {
    return (await fetchTaskDefinition(connection, arn)).taskDefinition.status;
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'notFound') return undefined;
    throw error;
  }
}
