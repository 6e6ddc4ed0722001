import { commands, l10n, window } from 'vscode';
import { parseNamePattern } from '../../../ecs/text/namePattern.ts';
import type { ViewId } from '../../../manifest.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import type { Command } from '../../common/command.ts';
import { setContextKey } from '../../common/contextKeys.ts';
import { pickOne } from '../../common/pick/pickOne.ts';
import { arnOfResource } from '../../common/resource.ts';
import type { Workbench } from '../../common/workbench.ts';
import { type Grouping, keepChoices, readChoices, type SortOrder, type TreeChoices } from '../nodes/treeOptions.ts';
import { openedTree } from '../openTree.ts';

const view: ViewId = 'ecs.explorer';

/** Milliseconds after the last keystroke: each change may read names of clusters that have not been opened. */
const pause = 300;

const filterFailure = (): string => l10n.t('The filter was not changed.');

/** Asks for a filter and narrows the view while it is typed; leaving with Escape brings back what was before. */
export const filter: Command = {
  failure: filterFailure,
  run: async (workbench) => {
    await commands.executeCommand(`${view}.focus`);
    const { filter: before } = currentChoices(workbench);
    const kept = await askFilter(before, (text) => changeChoices(workbench, { filter: text }));
    if (kept !== currentChoices(workbench).filter) await changeChoices(workbench, { filter: kept });
  },
};

/** Shows all rows again. */
export const clearFilter: Command = {
  failure: filterFailure,
  run: (workbench) => changeChoices(workbench, { filter: '', troubledOnly: false }),
};

/** Leaves out the services that are well, or shows them again. */
export const showTroubledOnly: Command = {
  failure: filterFailure,
  run: (workbench) => changeChoices(workbench, { troubledOnly: !currentChoices(workbench).troubledOnly }),
};

/** Asks for the order of services. */
export const sortServices: Command = {
  failure: () => l10n.t('The order was not changed.'),
  run: async (workbench) => {
    const labels: Record<SortOrder, string> = {
      name: l10n.t('By name'),
      status: l10n.t('By status, services in trouble first'),
      newest: l10n.t('By last deployment, newest first'),
    };
    const sort = await pickChoice(l10n.t('Sort Services'), labels, currentChoices(workbench).sort);
    await changeChoices(workbench, { sort });
  },
};

/** Asks whether services are grouped by the beginning of their names. */
export const groupServices: Command = {
  failure: () => l10n.t('The grouping was not changed.'),
  run: async (workbench) => {
    const labels: Record<Grouping, string> = {
      auto: l10n.t('Where there are more than a hundred'),
      on: l10n.t('Always'),
      off: l10n.t('Never'),
    };
    const grouping = await pickChoice(l10n.t('Group Services by Name'), labels, currentChoices(workbench).grouping);
    await changeChoices(workbench, { grouping });
  },
};

/** Puts clusters and services on top, or back into their order. */
export const addFavourite = favouriteCommand((favourites, arn) => favourites.add(arn));

export const removeFavourite = favouriteCommand((favourites, arn) => favourites.delete(arn));

function favouriteCommand(change: (favourites: Set<string>, arn: string) => void): Command {
  return {
    failure: () => l10n.t('The favourites were not changed.'),
    run: async (workbench, node, selected) => {
      const favourites = new Set(currentChoices(workbench).favourites);
      for (const resource of chosenResources(node, selected)) {
        const arn = arnOfResource(resource);
        if (arn !== undefined && (resource.kind === 'cluster' || resource.kind === 'service')) change(favourites, arn);
      }
      await changeChoices(workbench, { favourites: [...favourites] });
    },
  };
}

/** What is chosen now, whether or not the view has been seen. */
function currentChoices(workbench: Workbench): TreeChoices {
  return readChoices(workbench.extension.workspaceState);
}

/** Changes what a person sees, and keeps it for the workspace. */
async function changeChoices(workbench: Workbench, change: Partial<TreeChoices>): Promise<void> {
  const choices = { ...currentChoices(workbench), ...change };
  openedTree(workbench)?.model.choose(choices);
  setContextKey('ecs.explorer.narrowed', choices.filter !== '' || choices.troubledOnly);
  await keepChoices(workbench.extension.workspaceState, choices);
}

async function pickChoice<Choice extends string>(
  title: string,
  labels: Readonly<Record<Choice, string>>,
  current: Choice,
): Promise<Choice> {
  const items = (Object.keys(labels) as Choice[]).map((choice) => ({
    label: labels[choice],
    description: choice === current ? l10n.t('current') : undefined,
    choice,
  }));
  return (await pickOne(items, { title })).choice;
}

function askFilter(before: string, preview: (filter: string) => Promise<void>): Promise<string> {
  const box = window.createInputBox();
  box.title = l10n.t('Filter by Name');
  box.placeholder = l10n.t('Part of a name, a glob such as shop-*, or /regular expression/');
  box.prompt = l10n.t('Looks through clusters, services and task definitions of the whole account.');
  box.value = before;
  let timer: NodeJS.Timeout | undefined;
  return new Promise((resolve) => {
    box.onDidChangeValue((text) => {
      clearTimeout(timer);
      const isPattern = parseNamePattern(text) !== undefined;
      box.validationMessage = isPattern ? undefined : l10n.t('This is not a regular expression.');
      if (isPattern) timer = setTimeout(() => void preview(text.trim()), pause);
    });
    box.onDidAccept(() => {
      if (parseNamePattern(box.value) === undefined) return;
      resolve(box.value.trim());
      box.hide();
    });
    box.onDidHide(() => {
      clearTimeout(timer);
      resolve(before);
      box.dispose();
    });
    box.show();
  });
}
