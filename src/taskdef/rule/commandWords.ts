import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../document/document.ts';
import { layOut, indentOfLine, replaceNode } from '../document/edits.ts';
import type { List } from '../document/fields.ts';
import { markPlaceholders } from '../document/placeholders.ts';
import type { Container, Task } from '../document/task.ts';
import type { Node } from '../formats/node.ts';
import { isShellOperator } from '../facts/shells.ts';
import { parseCommandLine, shellQuoted } from '../../ecs/text/commandLine.ts';
import type { Fix } from './finding.ts';

/** One word of a command, in a list of the file. */
export interface Word {
  /** What it says, with an x in the place of what a template fills in. */
  text: string;
  /** What it says as it stands. */
  raw: string;
  node: Node;
}

/** What a container runs, as far as the file says it: the words of `entryPoint`, then those of `command`. */
export interface ContainerCommand {
  entry: readonly Word[];
  command: readonly Word[];
  all: readonly Word[];
  /** Whether the image's own entry point stands before it. */
  behindImage: boolean;
  lists: { entryPoint: List; command: List };
  windows: boolean;
}

/** Commands read before: several rules look at each. */
const known = new WeakMap<Container, ContainerCommand | undefined>();

/** What a container runs; undefined where a template decides about it, or nothing is said. */
export function commandOf(task: Task, container: Container): ContainerCommand | undefined {
  if (known.has(container)) return known.get(container);
  const command = readCommand(task, container);
  known.set(container, command);
  return command;
}

function readCommand(task: Task, { fields }: Container): ContainerCommand | undefined {
  if (!fields.has('entryPoint') && !fields.has('command')) return undefined;
  const lists = { entryPoint: fields.list('entryPoint'), command: fields.list('command') };
  const entry = wordsOf(lists.entryPoint);
  const command = wordsOf(lists.command);
  if (!entry || !command || entry.length + command.length === 0) return undefined;
  const behindImage = entry.length === 0;
  return { entry, command, all: [...entry, ...command], behindImage, lists, windows: task.windows === 'yes' };
}

/** The words of a list; undefined where one of them is no text, or a template may add some. */
export function wordsOf(list: List): Word[] | undefined {
  if (!list.complete) return undefined;
  const words = list.texts().map(({ raw, node }) => ({ raw, node, text: markPlaceholders(raw ?? '', 'x', true) }));
  return words.every((word): word is Word => word.raw !== undefined) ? words : undefined;
}

/** Writes a list anew. */
export function rewrite(document: SourceDocument, list: List, words: readonly string[], title: string): Fix[] {
  return list.node ? [{ title, edits: [replaceNode(document.text, list.node, words)], preferred: true }] : [];
}

/** Puts several words in the place of one. */
export function splitWord({ text }: SourceDocument, node: Node, words: readonly string[], title: string): Fix {
  const indent = indentOfLine(text, node.offset);
  const ownLine = text.slice(text.lastIndexOf('\n', node.offset) + 1, node.offset).trim() === '';
  const body = words.map((word) => layOut(text, word, indent)).join(ownLine ? `,\n${indent}` : ', ');
  return { title, edits: [{ offset: node.offset, length: node.length, text: body }], preferred: true };
}

/** The words as one line for a shell: what it is meant to read stays as it is. */
export function asLine(words: readonly string[]): string {
  return words
    .map((word) => {
      if (isShellOperator(word) || /^[\w${}./:=@%+,*~?&;|<>-]+$/.test(word)) return word;
      return /[$`]/.test(word) && !word.includes('"') ? `"${word}"` : shellQuoted(word);
    })
    .join(' ');
}

/** The words that begin a shell's script. */
export function shellWords(windows: boolean): string[] {
  return windows ? ['cmd', '/S', '/C'] : ['sh', '-c'];
}

/** The beginning of a line, which tells which is meant without a password that may stand in it. */
export function gistOf(line: string): string {
  const [first = '', ...rest] = line.trim().split(/\s+/);
  const shown = first.replace(/=.*$/s, '=…').slice(0, 40);
  return rest.length > 0 ? `${shown} …` : shown;
}

/** The words of a list that somebody wrote as one text, in JSON or as Python and YAML have it. */
export function listInText(text: string): string[] | undefined {
  const trimmed = text.trim();
  if (!/^\[\s*(?:"[^]*"|'[^]*')\s*\]$/.test(trimmed)) return undefined;
  const words = parseCommandLine(trimmed.includes('"') ? trimmed : trimmed.replaceAll("'", '"'));
  return words?.length ? words : undefined;
}

/** The doubt about every command behind an image's own entry point, which nobody sees in the file. */
export function unlessShell(): string {
  return l10n.t('That works only where the entry point of the image is a shell that reads it.');
}
