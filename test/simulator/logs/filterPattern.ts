import { invalidParameter } from './errors.ts';
import { jsonPattern } from './jsonPattern.ts';
import { spacePattern } from './spacePattern.ts';

/** Says whether an event's message matches. */
export type FilterPattern = (message: string) => boolean;

/**
 * Reads a filter pattern: terms (all must be there), `?term` (any of these), `-term` (none of these), "quoted phrases",
 * `%regular expressions%`, `[columns]` and `{ $.json = … }`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function parseFilterPattern(text: string | undefined): FilterPattern {
  const pattern = (text ?? '').trim();
  if (pattern === '' || pattern === '""') return () => true;
  if (pattern.startsWith('{')) return jsonPattern(pattern);
  if (pattern.startsWith('[')) return spacePattern(pattern);
  return termsPattern(pattern);
}

interface Term {
  kind: 'all' | 'any' | 'none';
  matches: FilterPattern;
}

function termsPattern(pattern: string): FilterPattern {
  const terms = readTerms(pattern);
  const all = terms.filter((term) => term.kind === 'all');
  // Optional terms only count where no term is demanded.
  const any = all.length > 0 ? [] : terms.filter((term) => term.kind === 'any');
  const none = terms.filter((term) => term.kind === 'none');
  return (message) =>
    all.every((term) => term.matches(message)) &&
    (any.length === 0 || any.some((term) => term.matches(message))) &&
    !none.some((term) => term.matches(message));
}

function readTerms(pattern: string): Term[] {
  const terms: Term[] = [];
  const token = /\s*([?-]?)(?:"((?:[^"\\]|\\.)*)"|%((?:[^%\\]|\\.)+)%|([^\s"%]+))/y;
  while (token.lastIndex < pattern.length) {
    const start = token.lastIndex;
    const match = token.exec(pattern);
    if (!match) {
      if (pattern.slice(start).trim() === '') break;
      throw invalidPattern();
    }
    const [, sign, quoted, regex, word] = match;
    terms.push({ kind: sign === '?' ? 'any' : sign === '-' ? 'none' : 'all', matches: matcher(quoted, regex, word) });
  }
  return terms;
}

function matcher(quoted: string | undefined, regex: string | undefined, word: string | undefined): FilterPattern {
  if (regex !== undefined) {
    const expression = compile(regex);
    return (message) => expression.test(message);
  }
  if (word !== undefined && !/^[\w.:/=@#$-]+$/.test(word)) throw invalidPattern();
  const text = quoted?.replace(/\\(.)/g, '$1') ?? word ?? '';
  return (message) => message.includes(text);
}

function compile(source: string): RegExp {
  try {
    return new RegExp(source);
  } catch {
    throw invalidPattern();
  }
}

function invalidPattern(): Error {
  return invalidParameter('Invalid filter pattern');
}
