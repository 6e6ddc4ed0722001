import { ConfigurationTarget, workspace } from 'vscode';
import type { ConnectionSetting, SettingId } from '../../manifest.ts';
import { type ConnectionChoice, keyOf } from '../common/connections/connectionChoice.ts';
import { pinnedChoices } from '../common/connections/connectionSettings.ts';

const setting: SettingId = 'ecs.connections';

/** Keeps a connection at hand: a root of the tree from now on. */
export async function pin(choice: ConnectionChoice): Promise<void> {
  const others = pinnedChoices().filter((pinned) => keyOf(pinned) !== keyOf(choice));
  await write([...others, choice]);
}

/** Takes a connection from those that are kept at hand. */
export async function unpin(isMeant: (choice: ConnectionChoice) => boolean): Promise<void> {
  await write(pinnedChoices().filter((choice) => !isMeant(choice)));
}

/** Pins are the person's, in every window, unless the workspace has a list of its own. */
async function write(choices: readonly ConnectionChoice[]): Promise<void> {
  const configuration = workspace.getConfiguration();
  const own = configuration.inspect(setting)?.workspaceValue !== undefined && workspace.isTrusted;
  const value = choices.map(({ profile, region }): ConnectionSetting => (region ? { profile, region } : { profile }));
  await configuration.update(setting, value, own ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
}
