import * as l10n from '@vscode/l10n';
import { AwsError } from '../aws/errors.ts';
import { whatRolesLack } from '../verify/whatRolesLack.ts';
import type { Reader } from './reader.ts';

/** What the roles of the task definition lack of what it needs. Throws AwsError denied where nothing is found and not all could be read. */
export const readRoles: Reader<'roles'> = async (connection, facts, signal, read) => {
  const definition = await read('definition');
  if (!definition) return undefined;
  const exec = (facts.task ?? facts.service)?.enableExecuteCommand ? {} : undefined;
  const { lacks, unread } = await whatRolesLack(connection, definition, { exec }, signal);
  const [operation] = unread;
  if (lacks.length > 0 || operation === undefined) return lacks;
  throw new AwsError('denied', l10n.t('{0} is not allowed.', operation), { operation, permission: operation });
};
