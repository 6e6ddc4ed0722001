import type { TaskDefinition } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import type { ChangeSession } from '../connection/changeSession.ts';
import type { Consent } from '../connection/gate.ts';
import { familyRevision } from '../../ecs/arn.ts';
import { AwsError } from '../errors.ts';
import { fetchLatestRevision, fetchTaskDefinition } from '../read/taskDefinitions.ts';
import type { Changes } from '../sdk/operationTypes.ts';
import { changeOrReadBack } from './once.ts';
import { Overtaken } from './overtaken.ts';

type RegisterInput = Changes['ecs']['RegisterTaskDefinition']['input'];

/**
 * Registers a revision once. `known` is the highest revision of the family that the person was shown, 0 for a new
 * family; `isSame` tells whether a revision that appeared since holds what was sent, for the case that no answer came.
 * Throws Overtaken when somebody else registered one meanwhile.
 */
export async function registerRevision(
  session: ChangeSession,
  registration: { input: RegisterInput; known: number; isSame: (registered: TaskDefinition) => boolean },
  consent: Consent,
  signal?: AbortSignal,
): Promise<TaskDefinition> {
  const { input, known, isSame } = registration;
  const operation = 'ecs:RegisterTaskDefinition';
  /** The revision that was made of it; throws Overtaken for another that appeared since. */
  const look = async (isOurs: (newer: TaskDefinition) => boolean): Promise<TaskDefinition | undefined> => {
    const newest = (await fetchLatestRevision(session, input.family ?? '', signal))?.taskDefinition;
    if (!newest || (newest.revision ?? 0) <= known) return undefined;
    if (isOurs(newest)) return newest;
    const name = familyRevision(newest.taskDefinitionArn ?? '');
    throw new Overtaken(operation, newest, [l10n.t('{0} was registered.', name)]);
  };
  await look(() => false);
  return changeOrReadBack(
    session,
    {
      operation,
      send: async () => {
        const answer = await session.change('ecs', 'RegisterTaskDefinition', input, consent, signal);
        if (answer.taskDefinition) return answer.taskDefinition;
        throw new AwsError('malformed', 'The answer holds no task definition.');
      },
      findResult: () => look(isSame),
    },
    signal,
  );
}

/** Makes a revision INACTIVE: nothing new can be started with it, what runs goes on. */
export async function deregisterRevision(
  session: ChangeSession,
  arn: string,
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  await changeOrReadBack(
    session,
    {
      operation: 'ecs:DeregisterTaskDefinition',
      send: async () => {
        await session.change('ecs', 'DeregisterTaskDefinition', { taskDefinition: arn }, consent, signal);
        return true;
      },
      findResult: async () => ((await statusOf(session, arn)) === 'ACTIVE' ? undefined : true),
    },
    signal,
  );
}

/** Deletes an INACTIVE revision for good. Throws AwsError invalid with ECS's reason when it refuses. */
export async function deleteRevision(
  session: ChangeSession,
  arn: string,
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  await changeOrReadBack(
    session,
    {
      operation: 'ecs:DeleteTaskDefinitions',
      send: async () => {
        const { failures = [] } = await session.change(
          'ecs',
          'DeleteTaskDefinitions',
          { taskDefinitions: [arn] },
          consent,
          signal,
        );
        const [failure] = failures;
        if (!failure) return true;
        const why = failure.detail ?? failure.reason ?? l10n.t('ECS gave no reason.');
        throw new AwsError('invalid', why, { operation: 'ecs:DeleteTaskDefinitions' });
      },
      findResult: async () => ((await statusOf(session, arn)) === 'INACTIVE' ? undefined : true),
    },
    signal,
  );
}

async function statusOf(session: ChangeSession, arn: string): Promise<string | undefined> {
  try {
    return (await fetchTaskDefinition(session, arn)).taskDefinition.status;
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'notFound') return undefined;
    throw error;
  }
}
