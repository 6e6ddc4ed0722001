import { commands, l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { DescribedTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { normalisedText } from '../../../taskdef/register/normalise.ts';
import { revisionAndFileTitle, tabName } from '../../common/tabTitle.ts';
import { virtualDocument } from '../../common/virtualDocuments.ts';
import type { Workbench } from '../../common/workbench.ts';

/** Opens the native diff editor, both sides in the same order and without what the server fills in. */
export async function showTaskDefinitionDiff(
  workbench: Workbench,
  connection: Connection,
  before: DescribedTaskDefinition | undefined,
  after: { family?: string | undefined },
  name: string,
): Promise<void> {
  const left = before
    ? familyRevision(before.taskDefinition.taskDefinitionArn ?? '')
    : l10n.t('{0} (no revision before)', after.family ?? '');
  await commands.executeCommand(
    'vscode.diff',
    virtualDocument(workbench, `/registered/${left}.json`, before ? normalisedText(before) : '', connection),
    virtualDocument(workbench, `/to-register/${name}`, normalisedText(after), connection),
    before ? visibleLine(revisionAndFileTitle(left, name)) : visibleLine(tabName(name)),
    { preview: true },
  );
}
