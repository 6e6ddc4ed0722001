import { l10n, Uri } from 'vscode';
import { getSetting, updateEntry } from '../../common/settings.ts';
import type { Workbench } from '../../common/workbench.ts';
import { fileKey } from '../../common/documents/fileTable.ts';

export const failure = (): string => l10n.t('The rule is still reported.');

/** Silences a rule for a file or the workspace, in the settings; given by a quick fix only. */
export async function run(_workbench: Workbench, rule?: unknown, uri?: unknown, scope?: unknown): Promise<void> {
  if (typeof rule !== 'string' || !(uri instanceof Uri)) return;
  if (scope === 'workspace') return updateEntry('ecs.taskDefinition.rules', uri, rule, 'off');
  const key = fileKey(uri);
  const ignored = getSetting('ecs.taskDefinition.ignore', uri)[key] ?? [];
  if (!ignored.includes(rule)) await updateEntry('ecs.taskDefinition.ignore', uri, key, [...ignored, rule]);
}
