import type { TextDocument } from 'vscode';
import { type FileKind, fileKinds, recognise, recogniseName } from '../../../taskdef/document/recognise.ts';
import { getSetting } from '../settings.ts';
import { entriesFor } from './fileTable.ts';

/** The language of files that are JSON but for placeholders without quotes, which VS Code's own JSON support cannot read. */
export const templateLanguage = 'ecs-taskdef-template';

/** Languages of the files that we look at. */
export const ourLanguages: ReadonlySet<string> = new Set(['json', 'jsonc', templateLanguage]);

/** Versions of Git, sides of a diff and the like are shown, not written. */
const shownOnly: ReadonlySet<string> = new Set(['ecs-workbench', 'git', 'gitfs', 'output', 'vscode-settings']);

const kinds: ReadonlySet<unknown> = new Set(fileKinds);

/** Whether a document can be one of ours at all. */
export function isCandidate(document: TextDocument): boolean {
  return ourLanguages.has(document.languageId) && !shownOnly.has(document.uri.scheme);
}

/** What the person said this file is; undefined leaves it to name and text. */
export function chosenKind(document: TextDocument): FileKind | undefined {
  const chosen = entriesFor(getSetting('ecs.taskDefinition.files', document.uri) ?? {}, document).at(-1);
  return kinds.has(chosen) ? chosen : undefined;
}

/** What a document is taken for. */
export function fileKind(document: TextDocument): FileKind {
  return chosenKind(document) ?? recognise(document.uri.path, document.getText());
}

/** Whether its name promises one of ours and its text denies it, and nobody has said that it is none. */
export function isDenied(document: TextDocument): boolean {
  if (!isCandidate(document) || chosenKind(document) !== undefined) return false;
  return recogniseName(document.uri.path) !== 'other' && fileKind(document) === 'other';
}
