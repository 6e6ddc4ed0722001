import { l10n, ProgressLocation, window } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchRevisionUsers } from '../../../aws/read/revisionUsers.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { abortSignalOf } from '../../common/cancellation.ts';
import { UserError } from '../../common/userError.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { showRows } from '../../common/waysOut.ts';

interface Revisions {
  connection: Connection;
  arns: string[];
}

/** The selected revisions. Throws a UserError that names who uses one, after a look at all clusters. */
export async function unusedRevisions(node: unknown, selected: unknown): Promise<Revisions> {
  const revisions = chosenResources(node, selected).flatMap((one) => (one.kind === 'revision' ? [one] : []));
  const [first] = revisions;
  if (!first) throw new UserError(l10n.t('Choose revisions of the ECS view first.'), showRows());
  const { connection } = first;
  const own = revisions.filter((one) => one.connection === connection);
  const arns = own.map(({ taskDefinitionArn }) => taskDefinitionArn);
  const users = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Looking for who uses them'), cancellable: true },
    (_progress, token) => fetchRevisionUsers(connection, arns, abortSignalOf(token)),
  );
  if (users.size > 0) throw new UserError(usersText(users));
  return { connection, arns };
}

/** Users that are named of one revision, and revisions that are told of. */
const most = 5;

/** Who uses them; of what is not named, how many there are. */
function usersText(users: ReadonlyMap<string, readonly string[]>): string {
  const told = [...users].slice(0, most).map(([revision, names]) => {
    const shown = names.slice(0, most).join(', ');
    const left = names.length - most;
    return left > 0
      ? l10n.t('{0} is in use by {1} and {2} more.', familyRevision(revision), shown, left)
      : l10n.t('{0} is in use by {1}.', familyRevision(revision), shown);
  });
  const others = users.size - told.length;
  return [...told, ...(others > 0 ? [othersText(others)] : [])].join(' ');
}

function othersText(count: number): string {
  return count === 1 ? l10n.t('So is 1 more revision.') : l10n.t('So are {0} more revisions.', count);
}
