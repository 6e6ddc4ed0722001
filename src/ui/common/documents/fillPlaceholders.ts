import { parseEnv } from 'node:util';
import { CancellationError, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import {
  leftPlaceholders,
  type OpenPlaceholder,
  openPlaceholders,
} from '../../../taskdef/document/placeholderValues.ts';
import { type ReadDocument, withValues } from './readDocument.ts';

/** A file with its placeholders filled in, and where each value came from, for the confirmation. */
export interface FilledDocument {
  read: ReadDocument;
  /** Lines such as `${TAG}: from .env`; no values, which the diff shows. */
  origins: string[];
}

/**
 * Fills a file's placeholders: from an `.env` file or the environment in a trusted workspace, else by asking, with the
 * file's own fallback as the suggestion. Leaving a box is a cancellation.
 */
export async function fillPlaceholders(read: ReadDocument): Promise<FilledDocument> {
  const open = openPlaceholders(read.source);
  const left = [...new Set(leftPlaceholders(read.source).map(({ text }) => text))];
  const leftLines = left.map((text) => l10n.t('{0}: registered as it stands, for the program to fill in', text));
  if (open.length === 0) return { read, origins: leftLines };
  const known = await knownValues(read.document);
  const values = new Map<string, string>();
  const origins: string[] = [];
  for (const placeholder of open) {
    const { name, text } = placeholder;
    if (values.has(name)) continue;
    const found = known.get(name);
    values.set(name, found?.value ?? (await ask(placeholder)));
    origins.push(found ? l10n.t('{0}: from {1}', text, found.origin) : l10n.t('{0}: as you entered it', text));
  }
  return { read: withValues(read, values), origins: [...origins, ...leftLines] };
}

/** Fills what can be filled without asking; the other placeholders stay. */
export async function fillKnownPlaceholders(read: ReadDocument): Promise<ReadDocument> {
  if (openPlaceholders(read.source).length === 0) return read;
  const known = await knownValues(read.document);
  return withValues(read, new Map([...known].map(([name, { value }]) => [name, value])));
}

interface KnownValue {
  value: string;
  origin: string;
}

async function knownValues(document: TextDocument): Promise<Map<string, KnownValue>> {
  const known = new Map<string, KnownValue>();
  // What a stranger's workspace names must not be able to pull values out of the environment.
  if (!workspace.isTrusted) return known;
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) known.set(name, { value, origin: l10n.t('the environment') });
  }
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
  const beside = Uri.joinPath(document.uri, '..', '.env');
  for (const uri of folder ? [Uri.joinPath(folder, '.env'), beside] : [beside]) {
    for (const [name, value] of Object.entries(await readEnvFile(uri))) {
      known.set(name, { value, origin: workspace.asRelativePath(uri) });
    }
  }
  return known;
}

async function readEnvFile(uri: Uri): Promise<Record<string, string>> {
  try {
    const parsed = parseEnv(new TextDecoder().decode(await workspace.fs.readFile(uri)));
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  } catch {
    // There need not be one.
    return {};
  }
}

async function ask({ text, name, fallback }: OpenPlaceholder): Promise<string> {
  const value = await window.showInputBox({
    title: l10n.t('Placeholder {0}', text),
    prompt: l10n.t('Value of {0}; it is registered in the place of {1}', name, text),
    value: fallback ?? '',
    ignoreFocusOut: true,
    validateInput: (typed) => (typed === '' && fallback !== '' ? l10n.t('A value, please.') : undefined),
  });
  if (value === undefined || (value === '' && fallback !== '')) throw new CancellationError();
  return value;
}
