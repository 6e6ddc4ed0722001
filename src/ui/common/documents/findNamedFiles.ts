import { type Uri, workspace } from 'vscode';
import { globOf, type NamedKind } from '../../../taskdef/document/fileNames.ts';
import { recogniseName } from '../../../taskdef/document/recognise.ts';

/** Files of the workspace whose names say that they are of a kind. */
export async function findNamedFiles(kind: NamedKind, most: number): Promise<Uri[]> {
  const found = await workspace.findFiles(globOf(kind), '**/node_modules/**', most);
  return found.filter(({ path }) => recogniseName(path) === kind);
}
