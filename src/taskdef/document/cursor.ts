import type { SourceDocument } from './document.ts';
import { maskPlaceholders } from './maskPlaceholders.ts';
import type { Range } from './range.ts';

export type PathSegment = string | number;

/** Where in the JSON a cursor stands, told from the text before it alone, so that it works in half-typed files. */
export interface Cursor {
  /** Path of the value that is at the cursor, or of the object whose member is being named. */
  path: PathSegment[];
  /** `key` where a member's name belongs, `value` where a value belongs, `none` elsewhere (a comment, behind a value). */
  place: 'key' | 'value' | 'none';
  /** The token that is typed over; of length 0 when there is none. */
  token: Range;
  /** The text of the token up to its end, without quotes. */
  typed: string;
  /** Where a comma has to be put first, because the member or item before has none. */
  commaBefore?: number;
  /** Whether something follows that needs a comma in between. */
  commaAfter: boolean;
  /** Whether a colon follows: then only the name is replaced, and the value stays. */
  colonAfter: boolean;
}

interface Level {
  array: boolean;
  index: number;
  key: string;
  /** What comes next on this level. */
  expects: 'key' | 'colon' | 'value' | 'comma';
  /** End of the last complete value. */
  end: number;
}

const blank = /[\s\uFEFF]/;

/** Locates a cursor. Offsets are those of the document. */
export function cursorAt(document: SourceDocument, offset: number): Cursor {
  const text = document.spans.length > 0 ? maskPlaceholders(document.text).text : document.text;
  const levels: Level[] = [{ array: true, index: 0, key: '', expects: 'value', end: 0 }];
  let i = 0;
  while (i < text.length) {
    i = skipBlank(text, i);
    if (i >= offset || i >= text.length) break;
    const end = tokenEnd(text, i);
    if (isTouched(text, i, end, offset))
      return describe(text, levels, { offset: i, length: end - i }, isComment(text, i));
    step(text, levels, i, end);
    i = end;
  }
  return describe(text, levels, { offset, length: 0 }, false);
}

/** A word is touched from its start to its end; a quoted text between its quotes; a bracket never. */
function isTouched(text: string, start: number, end: number, offset: number): boolean {
  const c = text[start]!;
  if ('{}[],:'.includes(c)) return false;
  if (isComment(text, start)) return offset < end || (text[start + 1] === '/' && offset <= end);
  if (c !== '"') return offset <= end;
  const closed = end - start >= 2 && text[end - 1] === '"';
  return offset < end || (!closed && offset <= end);
}

function step(text: string, levels: Level[], start: number, end: number): void {
  const level = levels.at(-1)!;
  const c = text[start]!;
  if (isComment(text, start)) return;
  if (c === '{' || c === '[')
    levels.push({ array: c === '[', index: 0, key: '', expects: c === '[' ? 'value' : 'key', end: start + 1 });
  else if (c === '}' || c === ']') {
    if (levels.length > 1) levels.pop();
    finish(levels.at(-1)!, end);
  } else if (c === ',') {
    level.expects = level.array ? 'value' : 'key';
    level.index++;
    level.end = end;
  } else if (c === ':') level.expects = 'value';
  else if (level.expects === 'key') {
    level.key = unquote(text.slice(start, end));
    level.expects = 'colon';
    level.end = end;
  } else if (level.expects === 'value') finish(level, end);
  // A text behind a finished value begins the next member: its comma is missing.
  else if (level.expects === 'comma') {
    level.key = unquote(text.slice(start, end));
    level.index++;
    level.expects = level.array ? 'comma' : 'colon';
  }
}

function finish(level: Level, end: number): void {
  level.expects = 'comma';
  level.end = end;
}

function describe(text: string, levels: readonly Level[], token: Range, comment: boolean): Cursor {
  const level = levels.at(-1)!;
  const path: PathSegment[] = [];
  for (const [i, { array, index, key }] of levels.entries()) {
    if (i === 0) continue;
    if (array) path.push(index);
    else path.push(key);
  }
  const outermost = levels.length === 1;
  const typed = unquote(text.slice(token.offset, token.offset + token.length));
  const next = text[skipComments(text, token.offset + token.length)] ?? '';
  const cursor: Cursor = {
    path,
    place: 'none',
    token,
    typed,
    commaAfter: !outermost && next !== '' && !',}]:'.includes(next),
    colonAfter: next === ':',
  };
  // A bracket of the other kind behind the cursor: what encloses it cannot be told.
  const mismatched = !outermost && next === (level.array ? '}' : ']');
  if (comment || mismatched || level.expects === 'colon') return cursor;
  if (level.expects === 'comma') {
    if (outermost || !text.slice(level.end, token.offset).includes('\n')) return cursor;
    cursor.commaBefore = level.end;
    if (level.array) path[path.length - 1] = level.index + 1;
  }
  if (level.array) return { ...cursor, place: 'value' };
  if (level.expects === 'value') return token.length > 0 ? { ...cursor, place: 'value' } : beforeValue(text, cursor);
  path.pop();
  return { ...cursor, place: 'key' };
}

/**
 * Between a colon and a value on the same line the value is typed over; in front of a bracket, wherever it stands, nothing
 * can be put.
 */
function beforeValue(text: string, cursor: Cursor): Cursor {
  const offset = skipBlank(text, cursor.token.offset);
  const c = text[offset] ?? '';
  const sameLine = c !== '' && !text.slice(cursor.token.offset, offset).includes('\n');
  if (c === '{' || c === '[') return cursor;
  if (!sameLine || ',}]:'.includes(c) || isComment(text, offset)) return { ...cursor, place: 'value' };
  const end = tokenEnd(text, offset);
  const next = text[skipComments(text, end)] ?? '';
  if (next === ':') return { ...cursor, place: 'value' };
  const typed = unquote(text.slice(offset, end));
  return {
    ...cursor,
    place: 'value',
    token: { offset, length: end - offset },
    typed,
    commaAfter: next !== '' && !',}]'.includes(next),
  };
}

function tokenEnd(text: string, start: number): number {
  const c = text[start]!;
  if ('{}[],:'.includes(c)) return start + 1;
  if (isComment(text, start)) {
    const mark = text[start + 1] === '/' ? '\n' : '*/';
    const at = text.indexOf(mark, start + 2);
    return at < 0 ? text.length : at + (mark === '\n' ? 0 : 2);
  }
  let i = start + 1;
  if (c !== '"') {
    while (i < text.length && !blank.test(text[i]!) && !'{}[],:"'.includes(text[i]!)) i++;
    return i;
  }
  for (; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i + 1;
    else if (text[i] === '\n') break;
  }
  // An open text ends with its line; blanks and a comma behind it are not part of it.
  const open = text.slice(start, Math.min(i, text.length));
  return start + Math.max(1, open.replace(/[\s,}\]]+$/, '').length);
}

function isComment(text: string, at: number): boolean {
  return text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*');
}

function skipBlank(text: string, start: number): number {
  let i = start;
  while (i < text.length && blank.test(text[i]!)) i++;
  return i;
}

function skipComments(text: string, start: number): number {
  let i = skipBlank(text, start);
  while (isComment(text, i)) i = skipBlank(text, tokenEnd(text, i));
  return i;
}

function unquote(token: string): string {
  if (!token.startsWith('"')) return token;
  return token.slice(1, token.length > 1 && token.endsWith('"') ? -1 : undefined);
}
