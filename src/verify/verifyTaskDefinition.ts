import type { SourceDocument } from '../taskdef/document/document.ts';
import type { SiblingFacts } from '../taskdef/document/siblingFacts.ts';
import { readTask } from '../taskdef/document/task.ts';
import type { AccountClaim } from '../taskdef/register/accountClaims.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { toAwsError } from '../aws/errors.ts';
import { type AccountFinding, notChecked, remember, type VerifyContext } from './accountFinding.ts';
import { verifyClaims } from './verifyClaims.ts';
import { verifyPermissions } from './verifyPermissions.ts';

/** A task-definition file, and what it takes for granted about the account. */
export interface TaskDefinitionFile {
  readonly source: SourceDocument;
  readonly claims: readonly AccountClaim[];
  /** What files beside it say. */
  readonly siblings?: SiblingFacts | undefined;
}

/** Holds a task definition against the account: what it names, and what its roles may. */
export async function verifyTaskDefinition(
  connection: Connection,
  { source, claims, siblings }: TaskDefinitionFile,
  { signal }: VerifyContext,
): Promise<AccountFinding[]> {
  const context = { signal, once: remember() };
  const [found, permissions] = await Promise.all([
    verifyClaims(connection, claims, context),
    permissionsOf(connection, { source, claims, siblings }, context),
  ]);
  return [...found, ...permissions];
}

/** Roles that cannot be judged at all leave everything else as it is. */
async function permissionsOf(
  connection: Connection,
  { source, siblings }: TaskDefinitionFile,
  context: VerifyContext,
): Promise<AccountFinding[]> {
  const roleAt =
    readTask(source).fields.str('executionRoleArn').node ?? readTask(source).fields.str('taskRoleArn').node;
  if (!roleAt) return [];
  try {
    const { account } = await connection.identity(context.signal);
    const task = readTask(source, { home: { account, region: connection.region }, ...(siblings ? { siblings } : {}) });
    const exec = siblings?.enableExecuteCommand ? {} : undefined;
    return await verifyPermissions(connection, task, { exec }, context);
  } catch (error) {
    return [{ at: roleAt, ...notChecked(toAwsError(error)) }];
  }
}
