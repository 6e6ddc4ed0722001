import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import type { Consent } from '../connection/gate.ts';
import { changeOrReadBack } from './readBack.ts';
import { fetchTaskDefinition } from '../read/taskDefinitions.ts';

/** Makes a revision INACTIVE: nothing new can be started with it, what runs goes on. */
export async function deregisterRevision(connection: Connection, arn: string, consent: Consent): Promise<void> {
  await changeOrReadBack(
    {
      operation: 'ecs:DeregisterTaskDefinition',
      send: async () => {
        await connection.change('ecs', 'DeregisterTaskDefinition', { taskDefinition: arn }, consent);
        return true;
      },
      findResult: async () => ((await statusOf(connection, arn)) === 'ACTIVE' ? undefined : true),
    },
    connection.timer,
  );
}

/** Deletes an INACTIVE revision for good. Throws AwsError invalid with ECS's reason when it refuses. */
export async function deleteRevision(connection: Connection, arn: string, consent: Consent): Promise<void> {
  await changeOrReadBack(
    {
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
        const why = failure.detail ?? failure.reason ?? 'ECS gave no reason.';
        throw new AwsError('invalid', why, { operation: 'ecs:DeleteTaskDefinitions' });
      },
      findResult: async () => ((await statusOf(connection, arn)) === 'INACTIVE' ? undefined : true),
    },
    connection.timer,
  );
}

async function statusOf(connection: Connection, arn: string): Promise<string | undefined> {
  try {
    return (await fetchTaskDefinition(connection, arn)).taskDefinition.status;
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'notFound') return undefined;
    throw error;
  }
}
