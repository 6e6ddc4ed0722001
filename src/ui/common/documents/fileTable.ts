import { languages, RelativePattern, type TextDocument, type Uri, workspace } from 'vscode';

/** What stands for a file in a setting that is a table by file: its path in the workspace, or its whole path outside. */
export function fileKey(uri: Uri): string {
  return workspace.asRelativePath(uri, false);
}

/** The entries of a table by path or glob that are meant for a document, the exact path last: it wins. */
export function entriesFor<T>(table: Readonly<Record<string, T>>, document: TextDocument): T[] {
  const keys = Object.keys(table);
  if (keys.length === 0) return [];
  const own = fileKey(document.uri);
  const matching = keys.filter((key) => key !== own && isGlob(key) && matches(key, document)).map((key) => table[key]!);
  return own in table ? [...matching, table[own]!] : matching;
}

function isGlob(key: string): boolean {
  return /[*?{[]/.test(key);
}

function matches(glob: string, document: TextDocument): boolean {
  const folder = workspace.getWorkspaceFolder(document.uri);
  const pattern = folder ? new RelativePattern(folder, glob) : glob;
  return languages.match({ pattern }, document) > 0;
}
