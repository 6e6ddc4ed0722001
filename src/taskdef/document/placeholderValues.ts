import type { SourceDocument } from './document.ts';
import type { Node } from '../formats/node.ts';
import { isStandIn } from './placeholders.ts';

/** A place in a file that a value has to be put into before it can be registered. */
export interface OpenPlaceholder {
  /** As it stands in the file: `${TAG}`, `<IMAGE1_NAME>`, `{{ must_env `TAG` }}`. */
  text: string;
  /** The name that a value is looked up by: `TAG`. */
  name: string;
  /** What the file itself says to take when there is no value: `${TAG:-latest}`. */
  fallback: string | undefined;
  offset: number;
  /** Whether it stands in the place of a whole JSON value, without quotes. */
  bare: boolean;
}

/**
 * Groups whose names begin with n hold the name, those with f what follows it: `${TAG:-latest}`, `{{ env `TAG` `latest` }}`;
 * any other call of a template, such as `{{ tfstate `aws_iam_role.x.arn` }}`, is named by all of it.
 */
const token = new RegExp(
  [
    String.raw`\$\{\{\s*(?:[\w-]+\.)*(?<n1>[\w-]+)\s*\}\}`,
    String.raw`\$\{(?<n2>[A-Za-z_]\w*)(?::?-(?<f2>[^}]*)|:?\?[^}]*)?\}`,
    String.raw`\$?(?<!\{)\{\{-?\s*(?:must_env|env)\s+[\`"'](?<n3>[^\`"']+)[\`"'](?:\s+[\`"'](?<f3>[^\`"']*)[\`"'])?\s*-?\}\}`,
    String.raw`\$?(?<!\{)\{\{-?\s*(?<n4>\w+\s+\`[^}]*?\`)\s*-?\}\}`,
    String.raw`\$?(?<!\{)\{\{-?\s*\.?(?<n5>[A-Za-z_][\w.]*)\s*-?\}\}(?!\})`,
    String.raw`\[\[\s*\.?(?<n6>[A-Za-z_]\w*)\s*\]\]`,
    String.raw`#\{(?<n7>[A-Za-z_][\w.]*)\}#?`,
    String.raw`#(?<n8>[A-Z][A-Z0-9_]{2,})#`,
    String.raw`@@(?<n9>[A-Z]\w+?)@@`,
    String.raw`<(?<n10>[A-Za-z_]\w*)>`,
    String.raw`__(?<n11>[A-Za-z]\w*?)__`,
    String.raw`%(?<n12>[A-Z_][A-Z0-9_]{2,})%`,
    String.raw`\$(?<n13>[A-Za-z_]\w*)`,
  ].join('|'),
  'g',
);

/** `{{ must_env `TAG` }}` and its like: a call that ecspresso evaluates wherever it stands. */
const templateCall = /^\$?\{\{-?\s*\w+\s+[`"']/;

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
    const calls = tokens.filter(({ text }) => templateCall.test(text) || !text.startsWith('{{'));
    if (path.includes('logConfiguration')) return void all.found.push(...calls);
    const whole = tokens[0]?.text.length === node.length - 2;
    const partial = !whole && path.includes(valueOfEnvironment) && path.at(-1) === 'value';
    const free = partial || path.some((name) => theirOwn.test(name));
    for (const one of tokens) (free && !templateCall.test(one.text) ? all.left : all.found).push(one);
  } else node.children?.forEach((child) => visit(child, path, document, all));
}

function tokensIn(text: string, offset: number, length: number, bare: boolean): OpenPlaceholder[] {
  const part = text.slice(offset, offset + length);
  if (bare && isStandIn(part)) return [{ text: part, name: part, fallback: undefined, offset, bare }];
  return [...part.matchAll(token)].map((match) => {
    const groups = Object.entries(match.groups ?? {});
    const valueOf = (letter: string): string | undefined =>
      groups.find(([key, value]) => key.startsWith(letter) && value !== undefined)?.[1];
    return { text: match[0], name: valueOf('n') ?? '', fallback: valueOf('f'), offset: offset + match.index, bare };
  });
}

/** The file with values in the places of its placeholders; those without a value stay. */
export function fillPlaceholders(
  text: string,
  placeholders: readonly OpenPlaceholder[],
  values: ReadonlyMap<string, string>,
): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { text: token, name, offset, bare } of placeholders) {
    const value = values.get(name);
    if (value === undefined || offset < copied) continue;
    parts.push(text.slice(copied, offset), bare ? asJson(value) : JSON.stringify(value).slice(1, -1));
    copied = offset + token.length;
  }
  parts.push(text.slice(copied));
  return parts.join('');
}

/** A value that stands alone is a number or a boolean where it looks like one, otherwise a string. */
function asJson(value: string): string {
  return /^(?:-?\d+(?:\.\d+)?|true|false|null)$/.test(value) ? value : JSON.stringify(value);
}
