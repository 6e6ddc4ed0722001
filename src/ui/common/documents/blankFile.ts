import type { TextDocument } from 'vscode';
import { chosenKind, isCandidate } from './fileKind.ts';

// This is loaded with the extension itself and asked at each completion in a JSON file: nothing here takes time.

/** Names that other programs have for their JSON files, at the end of a path. */
const names =
  'package|package-lock|[jt]sconfig[^/]*|composer|manifest|settings|launch|tasks|extensions|devcontainer|deno';
const othersFile = new RegExp(
  `/(?:(?:${names})\\.jsonc?|\\.[^/]+|[^/]+\\.code-workspace)$|/\\.(?:vscode|devcontainer)/`,
);

/** At most a word, which somebody has begun to type, with or without its quote. */
const nearlyNothing = /^\s*"?[\w-]*"?\s*$/;
const longest = 200;

/** Whether a file of JSON can become anything yet: nothing stands in it, and neither its name nor the person says what it is. */
export function isBlank(document: TextDocument): boolean {
  if (!isCandidate(document) || othersFile.test(document.uri.path) || chosenKind(document) === 'other') return false;
  // Without its text, for a file may be large.
  if (document.lineCount > longest || document.lineAt(document.lineCount - 1).text.length > longest) return false;
  const text = document.getText();
  return text.length <= longest && nearlyNothing.test(text);
}
