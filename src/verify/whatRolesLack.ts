import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { toAwsError } from '../aws/errors.ts';
import type { Connection } from '../aws/connection/connection.ts';
import type { ExecSetup } from '../iam/needs/taskNeeds.ts';
import { parseDocument } from '../taskdef/document/document.ts';
import { readTask } from '../taskdef/document/task.ts';
import { accountClaims } from '../taskdef/register/accountClaims.ts';
import { isWrong, notChecked, remember, type VerifyContext } from './accountFinding.ts';
import { verifyPermissions } from './verifyPermissions.ts';
import { verifyRole } from './verifyRole.ts';

/** What the two roles of a task definition lack. */
export interface RoleLacks {
  /** A sentence or two each: the role that is missing, not trusting, or not allowed something. */
  readonly lacks: readonly string[];
  /** Permissions of the reader's own that were missing, such as `iam:GetRole`: what they would have told is not known. */
  readonly unread: readonly string[];
}

/** Looks what the roles of a registered task definition lack of what it needs, with calls that only read. Throws AwsError where it was cancelled or the credentials are none. */
export async function whatRolesLack(
  connection: Connection,
  definition: TaskDefinition,
  options: { exec?: ExecSetup | undefined },
  signal: AbortSignal,
): Promise<RoleLacks> {
  const unread = new Set<string>();
  const context: VerifyContext = { signal, once: remember(), unread: (permission) => unread.add(permission) };
  const source = parseDocument(JSON.stringify(definition), { kind: 'taskDefinition' });
  const tried = async <T>(work: () => Promise<T[]>): Promise<T[]> => {
    try {
      return await work();
    } catch (thrown) {
      const error = toAwsError(thrown);
      notChecked(error);
      unread.add(error.permission ?? error.operation ?? error.message);
      return [];
    }
  };
  const roles = accountClaims(source).filter((claim) => claim.kind === 'role');
  const found = await Promise.all([
    ...roles.map((claim) => tried(() => verifyRole(connection, claim, context))),
    tried(async () => {
      const { account } = await connection.identity(signal);
      const task = readTask(source, { home: { account, region: connection.region } });
      return verifyPermissions(connection, task, { ...options, isBrief: true }, context);
    }),
  ]);
  const lacks = found
    .flat()
    .filter(isWrong)
    .map(({ message }) => message);
  return { lacks: [...new Set(lacks)], unread: [...unread] };
}
