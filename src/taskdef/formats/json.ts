import { createScanner, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node } from './node.ts';

/** Where a text stops being JSON. `code` is jsonc-parser's name for what is wrong, such as `CommaExpected`. */
export interface SyntaxProblem {
  readonly code: string;
  readonly offset: number;
  readonly length: number;
}

export interface JsonTree {
  /** Undefined for an empty text. */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** Reads JSON that may be half typed, and may have comments and trailing commas. Recurses as deep as the text nests. */
export function parseJson(text: string): JsonTree {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems = errors.map(({ error, offset, length }) => ({ code: printParseErrorCode(error), offset, length }));
  return { root, problems };
}

/** jsonc-parser's token kinds; its enum is `const` and cannot be imported one file at a time. */
const token = {
  closeBrace: 2,
  closeBracket: 4,
  comma: 5,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  blank: 15,
  end: 17,
};

/** What editors allow and strict JSON does not. */
export interface Leniency {
  readonly kind: 'comment' | 'trailingComma';
  readonly offset: number;
  readonly length: number;
}

/** Every comment and trailing comma, in the order in which they stand. */
export function lenienciesIn(text: string): Leniency[] {
  if (isStrictJson(text)) return [];
  const found: Leniency[] = [];
  const scanner = createScanner(text, false);
  let comma: number | undefined;
  for (let kind: number = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    const offset = scanner.getTokenOffset();
    if (kind === token.lineComment || kind === token.blockComment) {
      found.push({ kind: 'comment', offset, length: scanner.getTokenLength() });
    } else if (kind === token.comma) comma = offset;
    else if (kind === token.closeBrace || kind === token.closeBracket) {
      if (comma !== undefined) found.push({ kind: 'trailingComma', offset: comma, length: 1 });
      comma = undefined;
    } else if (kind !== token.blank && kind !== token.lineBreak) comma = undefined;
  }
  return found;
}

/** The engine's own parser is the fastest judge of what needs no closer look. */
function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
