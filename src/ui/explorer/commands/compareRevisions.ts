import { commands, l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchRevisions, fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyOf, familyRevision } from '../../../ecs/arn.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { normalise } from '../../../taskdef/register/normalise.ts';
import { pickOne } from '../../common/pick/pickOne.ts';
import { revisionsTitle } from '../../common/tabTitle.ts';
import { UserError } from '../../common/userError.ts';
import { virtualDocument } from '../../common/virtualDocuments.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { showRows } from '../../common/waysOut.ts';

export const failure = (): string => l10n.t('The revisions were not compared.');

interface Side {
  connection: Connection;
  arn: string;
}

/** Shows two revisions side by side in one canonical form: the two that are selected, or one and another of its family. */
export async function run(workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  const revisions = chosenResources(node, selected).flatMap((resource) =>
    resource.kind === 'revision' ? [{ connection: resource.connection, arn: resource.taskDefinitionArn }] : [],
  );
  const [one, other] = revisions;
  if (!one || revisions.length > 2)
    throw new UserError(l10n.t('Choose one or two revisions of the ECS view.'), showRows());
  const sides = inOrder(one, other ?? (await pickOther(one)));
  const [left, right] = await Promise.all(sides.map((side) => document(workbench, side)));
  const title = revisionsTitle(sides[0].arn, sides[1].arn, placesOf(sides));
  await commands.executeCommand('vscode.diff', left, right, visibleLine(title));
}

/** What tells the connections of two sides apart; nothing where they are the same. */
function placesOf([{ connection: one }, { connection: other }]: [Side, Side]): string[] {
  if (one === other) return [];
  const isSameProfile = one.profileLabel === other.profileLabel;
  return [one, other].map(({ profileLabel, region }) => (isSameProfile ? region : profileLabel));
}

/** The older one stands on the left. */
function inOrder(one: Side, other: Side): [Side, Side] {
  const compared = familyRevision(one.arn).localeCompare(familyRevision(other.arn), undefined, { numeric: true });
  return compared <= 0 ? [one, other] : [other, one];
}

async function pickOther({ connection, arn }: Side): Promise<Side> {
  const items = fetchRevisions(connection, familyOf(arn), 100).then((arns) =>
    arns.filter((other) => other !== arn).map((other) => ({ label: familyRevision(other), arn: other })),
  );
  const title = l10n.t('Compare Revisions');
  const placeHolder = l10n.t('Revision to compare with {0}', familyRevision(arn));
  const picked = await pickOne(items, { title, placeHolder, ignoreFocusOut: true });
  return { connection, arn: picked.arn };
}

async function document(workbench: Workbench, { connection, arn }: Side): Promise<ReturnType<typeof virtualDocument>> {
  const { taskDefinition, tags } = await fetchTaskDefinition(connection, arn);
  const text = JSON.stringify(normalise({ ...taskDefinition, tags }), undefined, 2);
  const name = familyRevision(arn).replace(':', '-');
  return virtualDocument(workbench, `/compare/${name}.json`, `${text}\n`, connection);
}
