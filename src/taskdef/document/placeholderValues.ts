import type { Node } from '../formats/node.ts';
import type { SourceDocument } from './document.ts';
import { hasTemplateCall, type NamedPlaceholder, namedPlaceholders } from './placeholders.ts';
import type { Range } from './range.ts';

/** A place in a file that a value has to be put into before it can be registered; its offset is that in the file. */
export interface OpenPlaceholder extends NamedPlaceholder {
  /** Whether it stands in the place of a whole JSON value, without quotes. */
  bare: boolean;
}

/** Texts in which a dollar sign is likely the shell's or the application's own. */
const theirOwn = /^(?:command|entryPoint)$/;
const valueOfEnvironment = 'environment';

/**
 * The placeholders of a file that a deploy tool would fill in, in the order of the file. Dollar signs in commands, and
 * those that are only part of an environment value, are the program's own; calls of a template are nobody's.
 */
export function openPlaceholders(document: SourceDocument): OpenPlaceholder[] {
  return placeholdersOf(document).found;
}

/** Placeholders that are registered as they stand, since a shell or the application is likely to fill them in. */
export function leftPlaceholders(document: SourceDocument): OpenPlaceholder[] {
  return placeholdersOf(document).left.filter(({ text }) => /^\$\{|^\{\{/.test(text));
}

interface Placeholders {
  found: OpenPlaceholder[];
  left: OpenPlaceholder[];
}

function placeholdersOf(document: SourceDocument): Placeholders {
  const all: Placeholders = { found: [], left: [] };
  for (const { offset, length, role } of document.spans) {
    if (role === 'value') all.found.push(...tokensIn(document.text, offset, length, true));
  }
  if (document.root) visit(document.root, [], document, all);
  return { found: inOrder(all.found), left: inOrder(all.left) };
}

function inOrder(placeholders: OpenPlaceholder[]): OpenPlaceholder[] {
  return placeholders
    .filter((one, index) => placeholders.findIndex(({ offset }) => offset === one.offset) === index)
    .sort((a, b) => a.offset - b.offset);
}

function visit(node: Node, path: string[], document: SourceDocument, all: Placeholders): void {
  if (node.type === 'property') {
    const [key, value] = node.children ?? [];
    if (value) visit(value, [...path, String(key?.value)], document, all);
  } else if (node.type === 'string') {
    const tokens = tokensIn(document.text, node.offset + 1, node.length - 2, false);
    if (tokens.length === 0 || !document.isUnknown(node)) return;
    // Docker's log drivers have a template language of their own: `"tag": "{{.Name}}"`.
    const calls = tokens.filter(({ text }) => hasTemplateCall(text) || !text.startsWith('{{'));
    if (path.includes('logConfiguration')) return void all.found.push(...calls);
    const whole = tokens[0]?.text.length === node.length - 2;
    const partial = !whole && path.includes(valueOfEnvironment) && path.at(-1) === 'value';
    const free = partial || path.some((name) => theirOwn.test(name));
    for (const one of tokens) (free && !hasTemplateCall(one.text) ? all.left : all.found).push(one);
  } else node.children?.forEach((child) => visit(child, path, document, all));
}

function tokensIn(text: string, offset: number, length: number, bare: boolean): OpenPlaceholder[] {
  const found = namedPlaceholders(text.slice(offset, offset + length), bare);
  return found.map((one) => ({ ...one, offset: offset + one.offset, bare }));
}

/** A file's text with values in the places of its placeholders. */
export interface FilledText {
  text: string;
  /** The stretch of the file that a stretch of this text came from. */
  inFile: (range: Range) => Range;
}

/** Puts values in the places of placeholders; those without a value stay. */
export function fillPlaceholders(
  text: string,
  placeholders: readonly OpenPlaceholder[],
  values: ReadonlyMap<string, string>,
): FilledText {
  const parts: string[] = [];
  const filled: Replacement[] = [];
  let copied = 0;
  for (const { text: token, name, offset, bare } of placeholders) {
    const value = values.get(name);
    if (value === undefined || offset < copied) continue;
    const put = bare ? asJson(value) : JSON.stringify(value).slice(1, -1);
    parts.push(text.slice(copied, offset), put);
    filled.push({ offset, before: token.length, after: put.length });
    copied = offset + token.length;
  }
  parts.push(text.slice(copied));
  return {
    text: parts.join(''),
    inFile: ({ offset, length }) => {
      const start = offsetInFile(filled, offset, false);
      return { offset: start, length: offsetInFile(filled, offset + length, true) - start };
    },
  };
}

interface Replacement {
  /** In the file. */
  offset: number;
  /** Lengths of the placeholder and of its value. */
  before: number;
  after: number;
}

/** Where in the file a place of the filled text is; within a value it is the placeholder's beginning or end. */
function offsetInFile(filled: readonly Replacement[], place: number, isEnd: boolean): number {
  let longer = 0;
  for (const { offset, before, after } of filled) {
    const start = offset + longer;
    if (place <= start) break;
    if (place < start + after) return isEnd ? offset + before : offset;
    longer += after - before;
  }
  return place - longer;
}

/** A value that stands alone is a number or a boolean where it looks like one, otherwise a string. */
function asJson(value: string): string {
  return /^(?:-?\d+(?:\.\d+)?|true|false|null)$/.test(value) ? value : JSON.stringify(value);
}
