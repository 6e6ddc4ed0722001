import type { Node, SourceDocument } from './document.ts';

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

const token =
  /\$\{([A-Za-z_]\w*)(?::?-([^}]*))?\}|\{\{-?\s*(?:must_env|env)\s+[`"']([^`"']+)[`"'](?:\s+[`"']([^`"']*)[`"'])?\s*-?\}\}|<([A-Za-z_]\w*)>|__([A-Za-z]\w*?)__|%([A-Z_][A-Z0-9_]{2,})%|\$([A-Za-z_]\w*)/g;

/** Texts in which a dollar sign is likely the shell's or the application's own. */
const theirOwn = /^(?:command|entryPoint)$/;
const valueOfEnvironment = 'environment';

/**
 * The placeholders of a file that a deploy tool would fill in, in the order of the file. Those in commands, and those
 * that are only part of an environment value, are the program's own.
 */
export function openPlaceholders(document: SourceDocument): OpenPlaceholder[] {
  const found: OpenPlaceholder[] = [];
  for (const { offset, length, role } of document.spans) {
    if (role === 'value') found.push(...tokensIn(document.text, offset, length, true));
  }
  if (document.root) visit(document.root, [], document, found);
  return found
    .filter((one, index) => found.findIndex(({ offset }) => offset === one.offset) === index)
    .sort((a, b) => a.offset - b.offset);
}

function visit(node: Node, path: string[], document: SourceDocument, found: OpenPlaceholder[]): void {
  if (node.type === 'property') {
    const [key, value] = node.children ?? [];
    if (value) visit(value, [...path, String(key?.value)], document, found);
  } else if (node.type === 'string') {
    const tokens = tokensIn(document.text, node.offset + 1, node.length - 2, false);
    const [first] = tokens;
    if (!first || path.some((name) => theirOwn.test(name))) return;
    const whole = first.text.length === node.length - 2;
    if (!whole && path.includes(valueOfEnvironment) && path.at(-1) === 'value') return;
    if (document.isUnknown(node)) found.push(...tokens);
  } else node.children?.forEach((child) => visit(child, path, document, found));
}

function tokensIn(text: string, offset: number, length: number, bare: boolean): OpenPlaceholder[] {
  const part = text.slice(offset, offset + length);
  return [...part.matchAll(token)].map((match) => {
    const [whole, brace, braceFallback, template, templateFallback, angle, underscore, percent, dollar] = match;
    const name = brace ?? template ?? angle ?? underscore ?? percent ?? dollar ?? '';
    const fallback = braceFallback ?? templateFallback;
    return { text: whole, name, fallback, offset: offset + match.index, bare };
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
