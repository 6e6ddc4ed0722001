import { commands, l10n, window } from 'vscode';
import { parseNamePattern } from '../../../ecs/text/namePattern.ts';
import type { ViewId } from '../../../manifest.ts';
import type { Workbench } from '../../common/workbench.ts';
import { changeChoices, currentChoices } from './changeChoices.ts';

export const failure = (): string => l10n.t('The filter was not changed.');

const view: ViewId = 'ecs.explorer';

/** Milliseconds after the last keystroke: each change may read names of clusters that have not been opened. */
const pause = 300;

/** Asks for a filter and narrows the view while it is typed; leaving with Escape brings back what was before. */
export async function run(workbench: Workbench): Promise<void> {
  await commands.executeCommand(`${view}.focus`);
  const { filter: before } = currentChoices(workbench);
  const kept = await ask(before, (filter) => changeChoices(workbench, { filter }));
  if (kept !== currentChoices(workbench).filter) await changeChoices(workbench, { filter: kept });
}

function ask(before: string, preview: (filter: string) => Promise<void>): Promise<string> {
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
