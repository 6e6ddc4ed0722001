import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { Settings } from '../../../manifest.ts';
import { getSetting, updateSetting } from '../../common/settings.ts';
import type { Workbench } from '../../common/workbench.ts';
import { toolName, tools } from '../../../taskdef/facts/toolNames.ts';
import { pickOne } from '../../common/pick/pickOne.ts';

export const failure = (): string => l10n.t('The deploy tool was not changed.');

type Choice = Settings['ecs.taskDefinition.tool'];

/** Asks which tool hands the files to ECS: it decides what counts as an error. */
export async function run(_workbench: Workbench, argument?: unknown): Promise<void> {
  const resource = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  const current = getSetting('ecs.taskDefinition.tool', resource);
  const item = (choice: Choice, label: string): QuickPickItem & { choice: Choice } => ({
    label,
    description: choice === current ? l10n.t('current') : undefined,
    choice,
  });
  const items = [
    item('auto', l10n.t('Automatic: what the files beside it show')),
    ...tools.map((tool) => item(tool, toolName(tool))),
  ];
  const picked = await pickOne(items, { title: l10n.t('Select Deploy Tool') });
  await updateSetting('ecs.taskDefinition.tool', picked.choice === 'auto' ? undefined : picked.choice);
}
