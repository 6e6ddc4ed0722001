import type { TaskDefinition } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import type { Consent } from '../connection/gate.ts';
import type { Changes } from '../sdk/operations.ts';
import { changeOrReadBack } from './readBack.ts';
import { fetchLatestRevision } from '../read/taskDefinitions.ts';

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
    connection.timer,
    signal,
  );
}
