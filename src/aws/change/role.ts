import type { ChangeSession } from '../connection/changeSession.ts';
import type { Consent } from '../connection/gate.ts';
import { AwsError } from '../errors.ts';
import { fetchRole } from '../read/roles.ts';
import { changeOrReadBack } from './once.ts';

/** A role, and who may take it on. */
export interface RoleInput {
  readonly name: string;
  readonly description: string;
  /** The trust policy as JSON. */
  readonly trust: string;
}

/** Creates a role; returns its ARN. One that somebody else has made is not taken for it. */
export async function createRole(
  session: ChangeSession,
  { name, description, trust }: RoleInput,
  consent: Consent,
  signal?: AbortSignal,
): Promise<string> {
  const operation = 'iam:CreateRole';
  let sent = 0;
  const madeHere = async (): Promise<string | undefined> => {
    const role = await unlessMissing(() => fetchRole(session, name, signal));
    const isOurs =
      role?.Description === description && decodeURIComponent(role.AssumeRolePolicyDocument ?? '') === trust;
    return isOurs ? role.Arn : undefined;
  };
  return changeOrReadBack(
    session,
    {
      operation,
      send: async () => {
        sent++;
        try {
          const input = { RoleName: name, Description: description, AssumeRolePolicyDocument: trust };
          const { Role: role } = await session.change('iam', 'CreateRole', input, consent, signal);
          if (role?.Arn !== undefined) return role.Arn;
          throw new AwsError('malformed', 'The answer holds no role.', { operation });
        } catch (error) {
          // An unanswered request before this one may well have made it.
          const isThere = error instanceof AwsError && error.code === 'EntityAlreadyExistsException' && sent > 1;
          const arn = isThere ? await madeHere() : undefined;
          if (arn === undefined) throw error;
          return arn;
        }
      },
      findResult: madeHere,
    },
    signal,
  );
}

/** Puts a policy of its own into a role. */
export async function putRolePolicy(
  session: ChangeSession,
  { role, policy, document }: { role: string; policy: string; document: string },
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const named = { RoleName: role, PolicyName: policy };
  await changeOrReadBack(
    session,
    {
      operation: 'iam:PutRolePolicy',
      send: async () => {
        await session.change('iam', 'PutRolePolicy', { ...named, PolicyDocument: document }, consent, signal);
        return true;
      },
      findResult: async () => {
        const read = await unlessMissing(() => session.read('iam', 'GetRolePolicy', named, signal));
        return decodeURIComponent(read?.PolicyDocument ?? '') === document || undefined;
      },
    },
    signal,
  );
}

/** Attaches a managed policy to a role. */
export async function attachRolePolicy(
  session: ChangeSession,
  { role, arn }: { role: string; arn: string },
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const input = { RoleName: role, PolicyArn: arn };
  await changeOrReadBack(
    session,
    {
      operation: 'iam:AttachRolePolicy',
      send: async () => {
        await session.change('iam', 'AttachRolePolicy', input, consent, signal);
        return true;
      },
      findResult: async () => {
        const read = await session.read('iam', 'ListAttachedRolePolicies', { RoleName: role }, signal);
        return read.AttachedPolicies?.some(({ PolicyArn }) => PolicyArn === arn) || undefined;
      },
    },
    signal,
  );
}

/** Takes back what made a role, or a part of it: what is not there any more is as good as taken back. */
export async function undoRole(
  session: ChangeSession,
  what:
    | { part: 'role'; role: string }
    | { part: 'policy'; role: string; policy: string }
    | { part: 'managed'; role: string; arn: string },
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const send = async (): Promise<unknown> => {
    const RoleName = what.role;
    if (what.part === 'role') return session.change('iam', 'DeleteRole', { RoleName }, consent, signal);
    if (what.part === 'policy')
      return session.change('iam', 'DeleteRolePolicy', { RoleName, PolicyName: what.policy }, consent, signal);
    return session.change('iam', 'DetachRolePolicy', { RoleName, PolicyArn: what.arn }, consent, signal);
  };
  // Sent again where no answer came: undoing what is undone already changes nothing.
  await changeOrReadBack(
    session,
    {
      operation: 'iam:DeleteRole',
      send: async () => (await unlessMissing(send)) ?? true,
      findResult: async () => undefined,
    },
    signal,
  );
}

async function unlessMissing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'notFound') return undefined;
    throw error;
  }
}
