import { type Certain, certain, contextValue, every, type RequestContext } from './context.ts';

/** How a text of a policy is read. */
export interface PatternReading {
  readonly context: RequestContext;
  /** Whether `${…}` stands for a value of the context. */
  readonly hasVariables: boolean;
  /** Whether `*` and `?` stand for other characters. */
  readonly hasWildcards: boolean;
  readonly ignoresCase?: boolean;
}

/** A text of a policy as an expression; undefined and why where a variable has no value. */
type Read = { expression: RegExp } | 'absent' | 'unknown';

/** Whether a text fits one of a policy, variables and wildcards replaced. A variable without a value fits nothing. */
export function fits(pattern: string, text: string, reading: PatternReading): Certain {
  if (pattern === text || (pattern === '*' && reading.hasWildcards)) return 'yes';
  if (!/[*?$]/.test(pattern) && !reading.ignoresCase) return 'no';
  const read = readPattern(pattern, reading);
  if (read === 'unknown') return 'unknown';
  return certain(read !== 'absent' && read.expression.test(text));
}

/** Whether a pattern stands for everything that another one stands for. */
export function covers(pattern: string, other: string): boolean {
  if (pattern === other || pattern === '*') return true;
  return /[*?]/.test(pattern) && new RegExp(`^${wildcards(pattern)}$`, 's').test(other);
}

/**
 * Whether a resource fits one of a policy. Each of the six parts of an ARN is compared for itself, and parts that are
 * left out at the end stand for anything. Where only the whole text fits, over its colons, it is not known what AWS does.
 */
export function fitsResource(pattern: string, arn: string, reading: PatternReading): Certain {
  if (pattern === '*') return 'yes';
  if (!arn.startsWith('arn:') || !pattern.startsWith('arn:')) return fits(pattern, arn, reading);
  const [parts, given] = [splitArn(pattern), splitArn(arn)];
  const whole = every(given.map((part, index) => fits(parts[index] ?? '*', part, reading)));
  if (whole !== 'no') return whole;
  return fits(pattern, arn, reading) === 'no' ? 'no' : 'unknown';
}

/** The six parts of an ARN; colons of a variable and within the resource divide nothing. */
function splitArn(arn: string): string[] {
  const parts: string[] = [''];
  for (const [piece] of arn.matchAll(/\$\{[^}]*\}|[^]/g)) {
    if (piece === ':' && parts.length < 6) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

const pieces = /\$\{(?<key>[^},]+)(?:,\s*'(?<fallback>[^']*)')?\}|[^]/g;

function readPattern(pattern: string, { context, hasVariables, hasWildcards, ignoresCase }: PatternReading): Read {
  let source = '';
  let missing: 'absent' | 'unknown' | undefined;
  for (const { 0: piece, groups = {} } of pattern.matchAll(pieces)) {
    const { key, fallback } = groups;
    if (key === undefined || !hasVariables) {
      source += hasWildcards ? wildcards(piece) : quote(piece);
    } else if (/^[*?$]$/.test(key)) source += quote(key);
    else {
      const value = contextValue(context, key.trim());
      if (value === 'unknown') missing = 'unknown';
      else if (value !== 'absent') source += quote(value[0] ?? '');
      else if (fallback === undefined) missing ??= 'absent';
      else source += quote(fallback);
    }
  }
  return missing ?? { expression: new RegExp(`^${source}$`, ignoresCase ? 'is' : 's') };
}

function wildcards(text: string): string {
  return text.replace(/[^]/g, (one) => (one === '*' ? '.*' : one === '?' ? '.' : quote(one)));
}

/** Characters of an expression as themselves. */
function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
