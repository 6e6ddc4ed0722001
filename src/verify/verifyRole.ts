import type { Role } from '@aws-sdk/client-iam';
import * as l10n from '@vscode/l10n';
import { nameOfArn, parseArn } from '../ecs/arn.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { fetchRole } from '../aws/read/roles.ts';
import { parseSentPolicy } from '../iam/policy/policyDocument.ts';
import { judgeTrust, tasksPrincipal, type Trust } from '../iam/policy/trust.ts';
import { askOnce, isMissing, type Verdict, type VerifyContext } from './accountFinding.ts';

/** A role that a file names, asked for once in a verification. Throws AwsError. */
export function readRole(connection: Connection, arn: string, context: VerifyContext): Promise<Role> {
  const name = nameOfArn(arn);
  return askOnce(context, `role ${name}`, () => fetchRole(connection, name, context.signal));
}

/** Whether a role exists and ECS tasks may take it on. */
export async function verifyRole(
  connection: Connection,
  { arn, use }: { arn: string; use: 'task' | 'execution' },
  context: VerifyContext,
): Promise<Verdict[]> {
  const name = nameOfArn(arn);
  try {
    const role = await readRole(connection, arn, context);
    if (arn.startsWith('arn:') && role.Arn !== undefined && role.Arn !== arn) {
      return [{ severity: 'error', message: l10n.t('The role of this name is {0}.', role.Arn) }];
    }
    const trust = trustOf(role, connection.region);
    if (trust && trust.verdict !== 'trusted') return [untrusting(name, trust)];
    context.found?.(l10n.t('Role {0} exists and trusts {1}.', name, tasksPrincipal));
    if (role.Description) context.found?.(role.Description);
    return [];
  } catch (error) {
    if (!isMissing(error)) throw error;
    return [
      {
        severity: 'error',
        message: l10n.t('There is no role {0} in this account: create it, or correct the ARN.', name),
        ...(use === 'execution' ? { missing: { kind: 'executionRole', name } } : {}),
      },
    ];
  }
}

/** Undefined where the role came without its trust policy. */
function trustOf({ AssumeRolePolicyDocument: policy, Arn: arn = '' }: Role, region: string): Trust | undefined {
  if (policy === undefined) return undefined;
  const { account = '', partition = 'aws' } = parseArn(arn) ?? {};
  return judgeTrust(parseSentPolicy('trust', policy), { account, partition, region });
}

function untrusting(name: string, { verdict, keys }: Trust): Verdict {
  const named = keys.join(', ');
  switch (verdict) {
    case 'condition':
      return {
        severity: 'error',
        message: l10n.t(
          'Role {0} trusts {1}, but not for tasks of this account and Region: correct the condition on {2} in its trust policy.',
          name,
          tasksPrincipal,
          named,
        ),
      };
    case 'denied':
      return {
        severity: 'error',
        message: l10n.t('The trust policy of role {0} denies {1}.', name, tasksPrincipal),
      };
    case 'unknown':
      return {
        severity: 'info',
        message: l10n.t('Not checked whether role {0} trusts {1}: that depends on {2}.', name, tasksPrincipal, named),
      };
    default:
      return {
        severity: 'error',
        message: l10n.t('Role {0} does not trust {1}: add it to the role’s trust policy.', name, tasksPrincipal),
      };
  }
}
