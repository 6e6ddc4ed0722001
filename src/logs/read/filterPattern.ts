/** What is wrong with a CloudWatch filter pattern, and at which character. */
export interface PatternProblem {
  offset: number;
  kind:
    | 'tooLong'
    | 'openQuote'
    | 'openExpression'
    | 'openBracket'
    | 'quoteNeeded'
    | 'badSelector'
    | 'badOperator'
    | 'valueMissing'
    | 'trailing'
    | 'badExpression';
  /** What stands there. */
  text: string;
}

const longest = 1024;

/**
 * Checks a filter pattern before it is sent: the service says no more than that it is invalid.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function checkFilterPattern(pattern: string): PatternProblem | undefined {
  if (pattern.length > longest) return { offset: longest, kind: 'tooLong', text: '' };
  const start = /\S/.exec(pattern)?.index ?? 0;
  const first = pattern[start];
  try {
    if (first === '{') new JsonPattern(pattern, start).read();
    else if (first === '[') checkSpaceDelimited(pattern, start);
    else checkTerms(pattern, start);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.problem;
    throw error;
  }
}

class Problem extends Error {
  readonly problem: PatternProblem;

  constructor(kind: PatternProblem['kind'], offset: number, text = '') {
    super(kind);
    this.problem = { kind, offset, text };
  }
}

/** Characters that a term may have without quotes, wildcards included. */
const bareTerm = /[\w*.]+/y;
/** What a regular expression between percent signs may be made of. */
const expressionText = /^[\w#=@/;,\-\s^$?[\]{}|\\*+.()]+$/;

/** Terms side by side, each optional (`?`) or excluded (`-`), in quotes unless it is plain. */
function checkTerms(pattern: string, start: number): void {
  for (let at = start; at < pattern.length;) {
    if (/\s/.test(pattern[at] ?? '')) {
      at++;
      continue;
    }
    if (pattern[at] === '?' || pattern[at] === '-') at++;
    at = endOfTerm(pattern, at);
    if (at < pattern.length && !/\s/.test(pattern[at] ?? '')) throw new Problem('quoteNeeded', at, pattern[at]);
  }
}

function endOfTerm(pattern: string, at: number): number {
  if (pattern[at] === '"') return endOfQuote(pattern, at);
  if (pattern[at] === '%') return endOfExpression(pattern, at);
  bareTerm.lastIndex = at;
  const word = bareTerm.exec(pattern);
  if (!word) throw new Problem('quoteNeeded', at, pattern[at] ?? '');
  return bareTerm.lastIndex;
}

function endOfQuote(pattern: string, at: number): number {
  for (let end = at + 1; end < pattern.length; end++) {
    if (pattern[end] === '\\') end++;
    else if (pattern[end] === '"') return end + 1;
  }
  throw new Problem('openQuote', at, '"');
}

function endOfExpression(pattern: string, at: number): number {
  const end = pattern.indexOf('%', at + 1);
  if (end === -1) throw new Problem('openExpression', at, '%');
  const text = pattern.slice(at + 1, end);
  if (!expressionText.test(text)) throw new Problem('badExpression', at + 1, text);
  return end + 1;
}

/** `[ip, user, ..., status = 4*, bytes]`: fields of a line by their place. */
function checkSpaceDelimited(pattern: string, start: number): void {
  const end = pattern.lastIndexOf(']');
  if (end < start) throw new Problem('openBracket', start, '[');
  const rest = pattern.slice(end + 1).trim();
  if (rest) throw new Problem('trailing', end + 1, rest);
  for (let at = start + 1; at < end; at++) {
    if (pattern[at] === '"') at = endOfQuote(pattern, at) - 1;
    else if (pattern[at] === '%') at = endOfExpression(pattern, at) - 1;
  }
}

const selector = /\$(?:\.(?:[\w-]+|\["[^"]+"\]|\['[^']+'\])|\[(?:\d+|\*|"[^"]+"|'[^']+')\])+/y;
const comparison = /!=|<=|>=|=|<|>/y;
const word = /(?:IS\s+(?:NULL|TRUE|FALSE)|NOT\s+EXISTS)\b/iy;
const number = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.*])/iy;
const bareValue = /[^\s(){}|&"%]+/y;

/** `{ $.level = "ERROR" && ($.status >= 500 || $.user NOT EXISTS) }`, read by recursive descent. */
class JsonPattern {
  readonly #text: string;
  #at: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start + 1;
  }

  read(): void {
    this.#either();
    this.#skip();
    if (this.#text[this.#at] !== '}') throw this.#problem(this.#at < this.#text.length ? 'badOperator' : 'openBracket');
    const rest = this.#text.slice(this.#at + 1).trim();
    if (rest) throw new Problem('trailing', this.#at + 1, rest);
  }

  #either(): void {
    do this.#both();
    while (this.#takes('||'));
  }

  #both(): void {
    do this.#condition();
    while (this.#takes('&&'));
  }

  #condition(): void {
    if (this.#takes('(')) {
      this.#either();
      if (!this.#takes(')')) throw this.#problem('openBracket');
      return;
    }
    if (!this.#matches(selector)) throw this.#problem('badSelector');
    if (this.#matches(word)) return;
    if (!this.#matches(comparison)) throw this.#problem('badOperator');
    this.#value();
  }

  #value(): void {
    this.#skip();
    const first = this.#text[this.#at];
    if (first === '"') this.#at = endOfQuote(this.#text, this.#at);
    else if (first === '%') this.#at = endOfExpression(this.#text, this.#at);
    else if (!this.#matches(number) && !this.#matches(bareValue)) throw this.#problem('valueMissing');
  }

  #takes(text: string): boolean {
    this.#skip();
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #matches(pattern: RegExp): boolean {
    this.#skip();
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #skip(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #problem(kind: PatternProblem['kind']): Problem {
    this.#skip();
    return new Problem(kind, this.#at, this.#text.slice(this.#at, this.#at + 12));
  }
}
