import { l10n, Uri } from 'vscode';
import { getSetting, updateEntry } from '../../common/settings.ts';
import type { Workbench } from '../../common/workbench.ts';
import { fileKey } from '../../common/documents/fileTable.ts';
import { pickOne } from '../../common/pick/pickOne.ts';

export const failure = (): string => l10n.t('The rule is still reported.');

/** Silences a rule for a file or for all, in the settings; asks where. Given by a quick fix only. */
export async function run(_workbench: Workbench, rules?: unknown, uri?: unknown): Promise<void> {
  if (!Array.isArray(rules) || !(uri instanceof Uri)) return;
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const places = rules.map(String).flatMap((rule) => [
    { label: l10n.t('{0} in this file', rule), description: file, rule, isFile: true },
    { label: l10n.t('{0} in this workspace', rule), description: l10n.t('all files'), rule, isFile: false },
  ]);
  const placeHolder = l10n.t('It is written to the setting ecs.taskDefinition.ignore or ecs.taskDefinition.rules');
  const { rule, isFile } = await pickOne(places, { title: l10n.t('Do Not Report'), placeHolder });
  if (!isFile) return updateEntry('ecs.taskDefinition.rules', uri, rule, 'off');
  const key = fileKey(uri);
  const ignored = getSetting('ecs.taskDefinition.ignore', uri)[key] ?? [];
  if (!ignored.includes(rule)) await updateEntry('ecs.taskDefinition.ignore', uri, key, [...ignored, rule]);
}
