import type { Workbench } from '../../common/workbench.ts';
import { setContextKey } from '../../common/contextKeys.ts';
import { keepChoices, readChoices } from '../choices.ts';
import { openedTree } from '../openTree.ts';
import { initialChoices, type TreeChoices } from '../nodes/treeOptions.ts';

/** What is chosen now, whether or not the view has been seen. */
export function currentChoices(workbench: Workbench): TreeChoices {
  return { ...initialChoices, ...readChoices(workbench.extension.workspaceState) };
}

/** Changes what a person sees, and keeps it for the workspace. */
export async function changeChoices(workbench: Workbench, change: Partial<TreeChoices>): Promise<void> {
  const choices = { ...currentChoices(workbench), ...change };
  openedTree(workbench)?.model.choose(choices);
  setContextKey('ecs.explorer.narrowed', choices.filter !== '' || choices.troubledOnly);
  await keepChoices(workbench.extension.workspaceState, choices);
}
