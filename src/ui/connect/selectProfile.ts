import { l10n, type QuickPickItem } from 'vscode';
import { type ConfigSection, fetchSharedConfig } from '../../aws/profile/configFiles.ts';
import { updateSetting } from '../common/settings.ts';
import { UserError } from '../common/userError.ts';
import { openConfigFile } from '../common/waysOut.ts';
import type { Workbench } from '../common/workbench.ts';
import { describeProfile } from './describeProfile.ts';
import { pickOne } from '../common/pick/pickOne.ts';

export const failure = (): string => l10n.t('The profile was not changed.');

/** Picks a profile of the AWS configuration files and keeps it for the workspace. */
export async function run(workbench: Workbench): Promise<void> {
  const { profiles } = await fetchSharedConfig();
  if (profiles.size === 0) {
    throw new UserError(l10n.t('There is no AWS profile on this machine yet.'), openConfigFile());
  }
  const current = workbench.connections.wanted.profile ?? 'default';
  const items = [...profiles].map(([name, section]) => profileItem(name, section, name === current));
  const picked = await pickOne(items, {
    title: l10n.t('Select AWS Profile'),
    placeHolder: l10n.t('Profiles of your AWS configuration files'),
    matchOnDescription: true,
  });
  await workbench.connections.turn(() => updateSetting('ecs.profile', picked.label));
}

function profileItem(label: string, section: ConfigSection, current: boolean): QuickPickItem {
  const parts = [section['region'], describeProfile(section)];
  if (current) parts.push(l10n.t('current'));
  return { label, description: parts.filter(Boolean).join(' · ') };
}
