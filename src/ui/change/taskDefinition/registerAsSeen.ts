import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { Overtaken } from '../../../aws/change/overtaken.ts';
import { registerRevision } from '../../../aws/change/revision.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { Consent } from '../../../aws/connection/gate.ts';
import {
  type DescribedTaskDefinition,
  fetchHighestRevision,
  fetchLatestRevision,
} from '../../../aws/read/taskDefinitions.ts';
import { diffFields } from '../../../taskdef/register/diffFields.ts';
import type { RegisterInput } from '../../../taskdef/register/registerInput.ts';
import { carryOut } from '../../common/change/carryOut.ts';

export interface Registration {
  /** Says what goes on: “Registering checkout”. */
  title: string;
  input: RegisterInput;
  /** The family's latest revision, where it was read just now. */
  latest?: DescribedTaskDefinition | undefined;
  /** Shows what will be registered after revision `known`; `between` says what others registered meanwhile. */
  ask: (known: number, between: readonly string[], latest: DescribedTaskDefinition | undefined) => Promise<Consent>;
}

/** Asks and registers; asks anew where somebody else has registered a revision of the family meanwhile. */
export async function registerAsSeen(
  connection: Connection,
  { title, input, ask, ...given }: Registration,
): Promise<{ taskDefinition: TaskDefinition; consent: Consent }> {
  const family = input.family ?? '';
  let latest = given.latest ?? (await fetchLatestRevision(connection, family));
  let between: readonly string[] = [];
  for (;;) {
    const known = await fetchHighestRevision(connection, family, latest?.taskDefinition);
    const consent = await ask(known, between, latest);
    const isSame = (found: TaskDefinition): boolean => diffFields({ taskDefinition: found }, input).length === 0;
    try {
      const taskDefinition = await carryOut(connection, title, (session, signal) =>
        registerRevision(session, { input, known, isSame }, consent, signal),
      );
      return { taskDefinition, consent };
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      between = error.between;
      latest = await fetchLatestRevision(connection, family);
    }
  }
}
