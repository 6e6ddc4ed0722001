import { type ConfigurationChangeEvent, ConfigurationTarget, type Uri, workspace } from 'vscode';
import type { SettingId, Settings } from '../../manifest.ts';

/** The value of a setting in the window, or for a file; package.json holds the default. */
export function getSetting<K extends SettingId>(id: K, resource?: Uri): Settings[K] {
  return workspace.getConfiguration(undefined, resource).get(id) as Settings[K];
}

/** Keeps a value for the workspace, or for the user where no folder is open or the workspace is not trusted. */
export async function updateSetting<K extends SettingId>(id: K, value: Settings[K] | undefined): Promise<void> {
  const inWorkspace = workspace.workspaceFolders !== undefined && workspace.isTrusted;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await workspace.getConfiguration().update(id, value, target);
}

/** Whether a change of the configuration is about one of these settings. */
export function affectsAny(change: ConfigurationChangeEvent, ids: readonly SettingId[]): boolean {
  return ids.some((id) => change.affectsConfiguration(id));
}

type TableSettingId = { [K in SettingId]: Settings[K] extends Record<string, unknown> ? K : never }[SettingId];

/**
 * Keeps one entry of a setting that is a table, beside the entries that are there: in the folder's settings where a window
 * has several folders, else in the workspace's, else in the user's. Undefined takes the entry away.
 */
export async function updateEntry<K extends TableSettingId>(
  id: K,
  resource: Uri,
  key: string,
  value: Settings[K][string] | undefined,
): Promise<void> {
  const configuration = workspace.getConfiguration(undefined, resource);
  const kept = configuration.inspect<Record<string, unknown>>(id);
  const target = tableTarget(resource);
  const before =
    target === ConfigurationTarget.WorkspaceFolder
      ? kept?.workspaceFolderValue
      : target === ConfigurationTarget.Workspace
        ? kept?.workspaceValue
        : kept?.globalValue;
  const { [key]: _old, ...others } = before ?? {};
  const after = value === undefined ? others : { ...others, [key]: value };
  await configuration.update(id, Object.keys(after).length > 0 ? after : undefined, target);
}

function tableTarget(resource: Uri): ConfigurationTarget {
  if (!workspace.workspaceFolders) return ConfigurationTarget.Global;
  const several = workspace.workspaceFolders.length > 1 && workspace.getWorkspaceFolder(resource) !== undefined;
  return several ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
}
