import * as l10n from '@vscode/l10n';
import type { UnmetNeed } from '../iam/compare/unmetNeeds.ts';
import type { Purpose, RoleUse } from '../iam/needs/need.ts';
import { taskExecutionPolicy } from '../iam/policy/managedPolicies.ts';
import type { AccountFinding, Verdict } from './accountFinding.ts';

/** What no policy of a resource could allow instead: where the role does not, nobody does, and the task does not start. */
const byRoleAlone: ReadonlySet<Purpose> = new Set(['AuthorizeWithRegistry', 'WriteLogs', 'ReadParameters']);

/** What people look for in AWS's own policy for execution roles, and what is not in it. */
const notInManaged: ReadonlySet<Purpose> = new Set(['ReadSecrets', 'ReadParameters', 'ReadFiles', 'CreateLogGroups']);

/** Actions that are named of a policy that grants more than is needed. */
const mostActions = 5;

/** What is said of a permission that a role lacks, at the place that asks for it. */
export function permissionFinding(
  { need, actions, resource, decision }: UnmetNeed,
  { name, use }: { name: string; use: RoleUse },
): AccountFinding {
  const { at, purpose, reason } = need;
  const what = resource === '*' ? actions.join(', ') : l10n.t('{0} on {1}', actions.join(', '), resource);
  if (decision.verdict === 'unknown') {
    const open = decision.open.join(', ');
    const message = l10n.t('Not checked whether role {0} may call {1}: that depends on {2}.', name, what, open);
    return { at, severity: 'info', message };
  }
  const role = use === 'execution' ? l10n.t('Execution role {0}', name) : l10n.t('Task role {0}', name);
  const isDeny = decision.verdict === 'explicitDeny';
  const refused = isDeny
    ? l10n.t('{0} is denied {1}.', role, what)
    : l10n.t('{0} is not allowed to call {1}.', role, what);
  const managed =
    use === 'execution' &&
    !isDeny &&
    decision.from !== 'boundary' &&
    decision.from !== 'organization' &&
    notInManaged.has(purpose);
  const parts = [
    reason,
    refused,
    ...whence(decision),
    ...(managed ? [l10n.t('{0} does not include it.', taskExecutionPolicy)] : []),
  ];
  // The simulator judges conditions in the organization's policies without knowing all of the request.
  const isSure = use === 'execution' && decision.from !== 'organization' && (isDeny || byRoleAlone.has(purpose));
  return {
    at,
    severity: isSure ? 'error' : 'warning',
    message: parts.join(' '),
    missing: { kind: 'permission', name },
  };
}

function whence({ verdict, by, from }: UnmetNeed['decision']): string[] {
  if (from === 'boundary') return [l10n.t('Its permissions boundary keeps it from that.')];
  if (from === 'organization') return [l10n.t('A policy of the organization keeps it from that.')];
  return verdict === 'explicitDeny' && by ? [l10n.t('Policy {0} denies it.', by.policy)] : [];
}

/** What is said of a role that may do more than ECS does with it. */
export function overgrantFinding(name: string, actions: readonly string[]): Verdict {
  const named = actions.slice(0, mostActions).join(', ');
  const left = actions.length - mostActions;
  const all = left > 0 ? l10n.t('{0} and {1} more', named, left) : named;
  return {
    severity: 'hint',
    message: l10n.t(
      'Execution role {0} also allows {1}, which ECS does not need to start tasks: what the application does belongs to the task role.',
      name,
      all,
    ),
  };
}
