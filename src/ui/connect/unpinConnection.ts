import { l10n } from 'vscode';
import type { Workbench } from '../common/workbench.ts';
import { rootOf } from './chooseConnection.ts';
import { unpin } from './pins.ts';

export const failure = (): string => l10n.t('The connection was not unpinned.');

/** Takes the connection of a row out of the list of pinned ones. */
export async function run(_workbench: Workbench, node?: unknown): Promise<void> {
  const root = rootOf(node);
  if (!root) return;
  // A pin without a Region stands for the profile's own, which is what the row shows.
  await unpin(({ profile, region }) => profile === root.profile && (region === root.region || region === ''));
}
