import { invalidParameter } from './errors.ts';
import type { FilterPattern } from './filterPattern.ts';
import { compare } from './spacePattern.ts';

type Test = (root: unknown) => boolean;

const TOKEN =
  /\s*(&&|\|\||\(|\)|<=|>=|!=|=|<|>|"(?:[^"\\]|\\.)*"|%(?:[^%\\]|\\.)+%|\$(?:\.[\w-]+|\[\s*(?:\d+|\*|'[^']*'|"[^"]*")\s*\])*|[^\s()=<>!&|]+)/y;

/** `{ $.level = "error" && ($.ms > 100 || $.user IS NULL) }` */
export function jsonPattern(pattern: string): FilterPattern {
  const inner = /^\{(.*)\}$/s.exec(pattern.trim())?.[1];
  if (inner === undefined) throw invalid();
  const reader = new Reader(tokens(inner));
  const test = readOr(reader);
  if (!reader.done) throw invalid();
  return (message) => {
    const root = parse(message);
    return root !== undefined && test(root);
  };
}

class Reader {
  readonly #tokens: string[];
  #at = 0;

  constructor(all: string[]) {
    this.#tokens = all;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw invalid();
    return token;
  }

  take(token: string): boolean {
    if (this.peek()?.toUpperCase() !== token) return false;
    this.#at++;
    return true;
  }
}

function readOr(reader: Reader): Test {
  let left = readAnd(reader);
  while (reader.take('||')) {
    const [a, b] = [left, readAnd(reader)];
    left = (root) => a(root) || b(root);
  }
  return left;
}

function readAnd(reader: Reader): Test {
  let left = readTest(reader);
  while (reader.take('&&')) {
    const [a, b] = [left, readTest(reader)];
    left = (root) => a(root) && b(root);
  }
  return left;
}

function readTest(reader: Reader): Test {
  if (reader.take('(')) {
    const test = readOr(reader);
    if (!reader.take(')')) throw invalid();
    return test;
  }
  const path = readPath(reader.next());
  if (reader.take('IS')) return readIs(reader, path);
  if (reader.take('NOT')) {
    if (!reader.take('EXISTS')) throw invalid();
    return (root) => select(root, path).length === 0;
  }
  if (reader.take('EXISTS')) return (root) => select(root, path).length > 0;
  const operator = reader.next();
  if (!['=', '!=', '<', '>', '<=', '>='].includes(operator)) throw invalid();
  const operand = reader.next();
  return (root) => select(root, path).some((value) => holds(value, operator, operand));
}

function readIs(reader: Reader, path: string[]): Test {
  const negated = reader.take('NOT');
  const word = reader.next().toUpperCase();
  const wanted = new Map<string, unknown>([
    ['NULL', null],
    ['TRUE', true],
    ['FALSE', false],
  ]);
  if (!wanted.has(word)) throw invalid();
  return (root) => select(root, path).some((value) => value === wanted.get(word)) !== negated;
}

function holds(value: unknown, operator: string, operand: string): boolean {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return false;
  if (operand.startsWith('%')) return new RegExp(operand.slice(1, -1)).test(String(value)) === (operator === '=');
  const quoted = operand.startsWith('"');
  const text = quoted ? operand.slice(1, -1).replace(/\\(.)/g, '$1') : operand;
  return compare(String(value), operator, text);
}

function select(root: unknown, path: string[]): unknown[] {
  let values = [root];
  for (const step of path) {
    values = values.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return [];
      if (step === '*') return Array.isArray(value) ? (value as unknown[]) : [];
      return Object.hasOwn(value, step) ? [(value as Record<string, unknown>)[step]] : [];
    });
  }
  return values;
}

function readPath(selector: string): string[] {
  if (!selector.startsWith('$')) throw invalid();
  return [...selector.matchAll(/\.([\w-]+)|\[\s*(?:(\d+|\*)|'([^']*)'|"([^"]*)")\s*\]/g)].map(
    ([, name, index, single, double]) => name ?? index ?? single ?? double ?? '',
  );
}

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      if (text.slice(start).trim() === '') break;
      throw invalid();
    }
    found.push(match[1] ?? '');
  }
  return found;
}

function parse(message: string): unknown {
  if (!/^\s*[{[]/.test(message)) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

function invalid(): Error {
  return invalidParameter('Invalid filter pattern');
}
