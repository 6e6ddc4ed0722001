import type { Memento } from 'vscode';
import type { TreeChoices } from './nodes/treeOptions.ts';

const key = 'explorer.choices';

/** What a person last chose to see in this workspace. */
export function readChoices(state: Memento): Partial<TreeChoices> {
  return state.get<Partial<TreeChoices>>(key) ?? {};
}

export function keepChoices(state: Memento, choices: TreeChoices): Thenable<void> {
  return state.update(key, choices);
}
