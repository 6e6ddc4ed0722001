import { l10n } from 'vscode';
import type { NewRole } from '../../../iam/documents/newRole.ts';
import { tasksPrincipal } from '../../../iam/policy/trust.ts';
import { taskExecutionPolicy } from '../../../iam/policy/managedPolicies.ts';

/** Statements that are named; of the others, how many there are. */
const most = 8;
/** Resources that are named of one. */
const mostResources = 2;

/** What a new role is, a line each: who takes it on and what it is allowed. */
export function roleLines({ permissions: { home, statements }, managed }: NewRole): string[] {
  const left = statements.length - most;
  return [
    l10n.t('{0} may take it on, for tasks of account {1} in {2}.', tasksPrincipal, home.account, home.region),
    ...(managed === undefined ? [] : [l10n.t('{0} is attached to it.', taskExecutionPolicy)]),
    ...(statements.length > 0 ? [l10n.t('Its own policy allows:')] : []),
    ...statements.slice(0, most).map(({ actions, resources }) => `• ${actions.join(', ')}: ${named(resources)}`),
    ...(left > 0 ? [`• ${l10n.t('… and {0} more', left)}`] : []),
    ...(statements.some(({ isWide }) => isWide) ? [wideLine()] : []),
    l10n.t('The document that was opened shows all of it.'),
  ];
}

/** What has to be said of a policy for a file with placeholders. */
export function wideLine(): string {
  return l10n.t('Where the file has placeholders, resources have * in their place.');
}

function named(resources: readonly string[]): string {
  const left = resources.length - mostResources;
  const shown = resources.slice(0, mostResources).join(', ');
  return left > 0 ? l10n.t('{0} and {1} more', shown, left) : shown;
}
