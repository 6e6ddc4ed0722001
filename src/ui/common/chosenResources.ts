import { l10n } from 'vscode';
import { UserError } from './userError.ts';
import { type Resource, resourceOf } from './resource.ts';
import { showRows } from './waysOut.ts';

/** What a command was given: the rows that are selected, else the one it was called on. Throws when it stands for nothing. */
export function chosenResources(node: unknown, selected: unknown): Resource[] {
  const nodes: unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [node];
  const resources = nodes.flatMap((one) => resourceOf(one) ?? []);
  if (resources.length === 0) throw new UserError(l10n.t('Choose a row of the ECS view first.'), showRows());
  return resources;
}
