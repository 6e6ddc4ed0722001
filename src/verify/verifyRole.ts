import * as l10n from '@vscode/l10n';
import { nameOfArn } from '../ecs/arn.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { isMissing, type Verdict, type VerifyContext } from './accountFinding.ts';

const principal = 'ecs-tasks.amazonaws.com';

/** Whether a role exists and ECS tasks may take it on. */
export async function verifyRole(
  connection: Connection,
  { arn }: { arn: string },
  { signal, found }: VerifyContext,
): Promise<Verdict[]> {
  const name = nameOfArn(arn);
  try {
    const { Role: role } = await connection.read('iam', 'GetRole', { RoleName: name }, signal);
    if (arn.startsWith('arn:') && role?.Arn !== undefined && role.Arn !== arn) {
      return [{ severity: 'error', message: l10n.t('The role of this name is {0}.', role.Arn) }];
    }
    if (trustsTasks(role?.AssumeRolePolicyDocument)) {
      found?.(l10n.t('Role {0} exists and trusts {1}.', name, principal));
      if (role?.Description) found?.(role.Description);
      return [];
    }
    return [
      {
        severity: 'error',
        message: l10n.t('Role {0} does not trust {1}: add it to the role’s trust policy.', name, principal),
      },
    ];
  } catch (error) {
    if (!isMissing(error)) throw error;
    return [
      {
        severity: 'error',
        message: l10n.t('There is no role {0} in this account: create it, or correct the ARN.', name),
      },
    ];
  }
}

interface Statement {
  Effect?: string;
  Principal?: string | { Service?: string | string[] };
}

/** The policy comes URL-encoded, as IAM sends it. */
function trustsTasks(policy: string | undefined): boolean {
  if (policy === undefined) return true;
  const { Statement: statements = [] } = JSON.parse(decodeURIComponent(policy)) as {
    Statement?: Statement | Statement[];
  };
  return [statements].flat().some(({ Effect, Principal }) => {
    if (Effect !== 'Allow') return false;
    if (typeof Principal === 'string') return Principal === '*';
    return [Principal?.Service ?? []].flat().includes(principal);
  });
}
