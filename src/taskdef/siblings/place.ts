import type { OwnFile } from './ownFile.ts';
import { joinPath } from './siblingFile.ts';

/**
 * Where steps leave a file for each other: a path from the root of the repository, or a name behind `§` for what is no file, such as
 * the output of a step. A path has `anything` in the place of what is only known as it runs.
 */
export type Place = string;

/** In a path: what a variable, a matrix or a person chooses. */
export const anything = '\uFFFC';

const mostChoices = 3;
const shortestLiteral = 6;

/** A place without what does not matter to it, so that steps find what others have left. */
export function normalPlace(place: Place): Place {
  return place.startsWith('§') ? place : joinPath('', place);
}

/** Whether a place is the file: `named` by its path, or `chosen` where nothing of the path is known. */
export function matchPlace(place: Place, { path, exact }: OwnFile): 'named' | 'chosen' | undefined {
  if (place.startsWith('§')) return undefined;
  const named = joinPath('', place.trim());
  const parts = named.split(anything);
  // What a template of a workflow has in the place of a path.
  if (/^<?[A-Z][A-Z_-]{4,}>?$/.test(named)) return 'chosen';
  if (parts.length === 1) return named === path || (!exact && named.endsWith(`/${path}`)) ? 'named' : undefined;
  const literal = parts.join('');
  if (/^[./]*(?:jsonc?|ya?ml)?$/.test(literal)) return 'chosen';
  if (parts.length > mostChoices + 1 || literal.length < shortestLiteral) return undefined;
  // `$DIR/task-definition.json`, of which the folder may be anywhere.
  if (parts.length === 2 && parts[0] === '' && parts[1]!.startsWith('/') && `/${path}`.endsWith(parts[1]!))
    return 'named';
  const pattern = parts.map((part) => part.replaceAll(/[^\w/-]/g, String.raw`\$&`)).join('[^/]+');
  return new RegExp(`^${pattern}$`).test(path) ? 'named' : undefined;
}
