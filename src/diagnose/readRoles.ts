import * as l10n from '@vscode/l10n';
import { AwsError } from '../aws/errors.ts';
import type { Connection } from '../aws/connection/connection.ts';
import type { Facts } from '../ecs/diagnosis/facts.ts';
import { whatRolesLack } from '../verify/whatRolesLack.ts';
import { readDefinition } from './readDefinition.ts';

/** What the roles of the task definition lack of what it needs. Throws AwsError denied where nothing is found and not all could be read. */
export async function readRoles(
  connection: Connection,
  facts: Facts,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const definition = await readDefinition(connection, facts, signal);
  if (!definition) return undefined;
  const exec = (facts.task ?? facts.service)?.enableExecuteCommand ? {} : undefined;
  const { lacks, unread } = await whatRolesLack(connection, definition, { exec }, signal);
  const [operation] = unread;
  if (lacks.length > 0 || operation === undefined) return lacks;
  throw new AwsError('denied', l10n.t('{0} is not allowed.', operation), { operation, permission: operation });
}
