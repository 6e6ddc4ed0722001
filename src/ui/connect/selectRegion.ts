import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { looksLikeRegion, regions } from '../../ecs/regions.ts';
import { makeChoiceActive, rootOf } from './chooseConnection.ts';
import { updateSetting } from '../common/settings.ts';
import type { Workbench } from '../common/workbench.ts';

export const failure = (): string => l10n.t('The Region was not changed.');

interface RegionItem extends QuickPickItem {
  region?: string;
}

/** Picks a Region, or takes one that is typed, and keeps it for the workspace: with the profile of a row, or that in use. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const root = rootOf(node);
  const current = root?.region ?? workbench.connections.wanted.region;
  const known: RegionItem[] = Object.entries(regions)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([region, description]) => ({
      label: region,
      description: region === current ? `${description} · ${l10n.t('current')}` : description,
      region,
    }));
  const picked = await pickOrType(known);
  if (picked === undefined) throw new CancellationError();
  if (root && !root.active) await makeChoiceActive(workbench, { profile: root.profile, region: picked });
  else await workbench.connections.turn(() => updateSetting('ecs.region', picked));
}

/** A Region newer than this list can be typed: it is offered as soon as the text has the form of one. */
function pickOrType(known: RegionItem[]): Promise<string | undefined> {
  const pick = window.createQuickPick<RegionItem>();
  pick.title = l10n.t('Select AWS Region');
  pick.placeholder = l10n.t('Search by name or place, or type a Region');
  pick.matchOnDescription = true;
  pick.items = known;
  pick.onDidChangeValue((text) => {
    const typed = text.trim();
    const isNew = looksLikeRegion(typed) && !regions[typed];
    const own: RegionItem[] = [
      { label: typed, description: l10n.t('as typed'), region: typed },
      { label: '', kind: QuickPickItemKind.Separator },
    ];
    pick.items = isNew ? [...own, ...known] : known;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.region);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
