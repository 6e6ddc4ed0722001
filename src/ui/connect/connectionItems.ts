import { l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import {
  type ConfigSection,
  fetchSharedConfig,
  type SharedConfig,
  sourceChain,
} from '../../aws/profile/configFiles.ts';
import { signInMethod } from '../../aws/profile/signInMethod.ts';
import type { ConnectionChoice, ConnectionRoot } from '../common/connections/connectionChoice.ts';
import type { Connections } from '../common/connections/connections.ts';
import { describeProfile } from './describeProfile.ts';

export interface ConnectionItem extends QuickPickItem {
  /** What becomes active. */
  choice?: ConnectionChoice;
  action?: 'region' | 'signIn' | 'pin' | 'openConfigFile';
}

const pinButton = (): QuickInputButton => ({ iconPath: new ThemeIcon('pin'), tooltip: l10n.t('Pin') });
const unpinButton = (): QuickInputButton => ({ iconPath: new ThemeIcon('pinned'), tooltip: l10n.t('Unpin') });

/** Pinned connections, the profiles of the AWS configuration files, and what can be done with the active connection. */
export async function connectionItems(connections: Connections): Promise<ConnectionItem[]> {
  const [roots, config] = await Promise.all([connections.all(), fetchSharedConfig()]);
  const { profiles } = config;
  const active = roots.find((root) => root.active);
  const shown = roots.filter(({ pinned }) => pinned);
  const rows = [...profiles].map(([name, section]) => profileItem(name, section, active));
  return [
    ...group(
      l10n.t('Pinned connections'),
      shown.map((root) => pinnedItem(root, profiles.get(root.profile))),
    ),
    ...group(l10n.t('Profiles'), rows),
    ...group(l10n.t('Active connection'), active ? actions(active, config) : []),
    ...group(l10n.t('Profiles and keys'), [
      { label: `$(go-to-file) ${l10n.t('Open Config File')}`, action: 'openConfigFile' },
    ]),
  ];
}

function group(label: string, items: ConnectionItem[]): ConnectionItem[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function pinnedItem(root: ConnectionRoot, section: ConfigSection | undefined): ConnectionItem {
  const { profile, region, active } = root;
  const notes = [section ? describeProfile(section) : l10n.t('not in the AWS configuration files')];
  if (active) notes.push(l10n.t('active'));
  return {
    label: `$(${active ? 'check' : 'pinned'}) ${[profile, region].filter(Boolean).join(' · ')}`,
    description: notes.filter(Boolean).join(' · '),
    buttons: [unpinButton()],
    choice: { profile, region },
  };
}

/** A profile comes with its own Region; one that has none keeps the Region of the window. */
function profileItem(profile: string, section: ConfigSection, active: ConnectionRoot | undefined): ConnectionItem {
  const region = section['region'] ?? active?.region ?? '';
  const isActive = active?.profile === profile;
  const notes = [region, describeProfile(section), isActive ? l10n.t('active') : ''];
  return {
    label: `$(${isActive ? 'check' : 'account'}) ${profile}`,
    description: notes.filter(Boolean).join(' · '),
    buttons: [pinButton()],
    choice: { profile, region },
  };
}

function actions({ profile, region, pinned }: ConnectionRoot, config: SharedConfig): ConnectionItem[] {
  const items: ConnectionItem[] = [
    { label: `$(globe) ${l10n.t('Change Region…')}`, description: region, action: 'region' },
  ];
  if (signInMethod(sourceChain(config, profile)) !== 'own')
    items.push({ label: `$(sign-in) ${l10n.t('Sign In')}`, description: profile, action: 'signIn' });
  if (!pinned)
    items.push({
      label: `$(pin) ${l10n.t('Pin This Connection')}`,
      description: [profile, region].filter(Boolean).join(' · '),
      action: 'pin',
    });
  return items;
}
