import { l10n } from 'vscode';
import { UserError } from '../common/userError.ts';
import type { Workbench } from '../common/workbench.ts';
import { rootOf } from './chooseConnection.ts';
import { pin } from './pins.ts';

export const failure = (): string => l10n.t('The connection was not pinned.');

/** Keeps the connection of a row, or the active one, at hand. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const root = rootOf(node) ?? (await workbench.connections.all()).find(({ active }) => active);
  if (!root) {
    const wayOut = { title: l10n.t('Select Profile'), command: 'ecs.selectProfile' } as const;
    throw new UserError(l10n.t('There is no connection to pin yet: choose a profile first.'), wayOut);
  }
  if (!root.profile) {
    throw new UserError(l10n.t('Only a connection of a profile can be pinned; this one comes from the environment.'));
  }
  await pin({ profile: root.profile, region: root.region });
}
