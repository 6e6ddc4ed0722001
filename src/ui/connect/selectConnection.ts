import { l10n, type QuickInputButton, ThemeIcon, window } from 'vscode';
import { visibleItems } from '../common/pick/visibleItems.ts';
import type { ConnectionChoice } from '../common/connections/connectionChoice.ts';
import type { Workbench } from '../common/workbench.ts';
import { makeChoiceActive } from './chooseConnection.ts';
import { type ConnectionItem, connectionItems } from './connectionItems.ts';
import { run as openConfigFile } from './openConfigFile.ts';
import { pin, unpin } from './pins.ts';
import { run as pinConnection } from './pinConnection.ts';
import { run as selectRegion } from './selectRegion.ts';
import { run as signIn } from './signIn.ts';

export const failure = (): string => l10n.t('The connection was not changed.');

/** One list of all that a person can connect to: pinned connections, profiles, and what to do with the active one. */
export async function run(workbench: Workbench): Promise<void> {
  const picked = await show(workbench);
  switch (picked?.action) {
    case 'region':
      return selectRegion(workbench);
    case 'signIn':
      return signIn(workbench);
    case 'pin':
      return pinConnection(workbench);
    case 'openConfigFile':
      return openConfigFile(workbench);
    default:
      if (picked?.choice) await makeChoiceActive(workbench, picked.choice);
  }
}

/** The list opens at once and fills when the files are read; pins can be set and taken without closing it. */
function show(workbench: Workbench): Promise<ConnectionItem | undefined> {
  const pick = window.createQuickPick<ConnectionItem>();
  pick.title = l10n.t('Select Connection');
  pick.placeholder = l10n.t('Profile, Region or account');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.busy = true;
  const fill = async (): Promise<void> => {
    pick.items = visibleItems(await connectionItems(workbench.connections));
    pick.busy = false;
  };
  return new Promise((resolve, reject) => {
    pick.onDidTriggerItemButton(({ item, button }) => void toggle(button, item.choice).then(fill).catch(reject));
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    fill().catch((error: unknown) => {
      reject(error);
      pick.hide();
    });
  });
}

async function toggle(button: QuickInputButton, choice: ConnectionChoice | undefined): Promise<void> {
  if (!choice) return;
  const isPin = button.iconPath instanceof ThemeIcon && button.iconPath.id === 'pin';
  if (isPin) await pin(choice);
  else await unpin(({ profile, region }) => profile === choice.profile && (region === choice.region || region === ''));
}
