import { matchesGlob } from './globs.ts';
import type { Random } from './random.ts';

/**
 * What can go wrong with a request.
 * Before the operation runs: `throttle`, `serverError`, `unavailable`, `expiredToken`, `accessDenied`, `clockSkew`, `error`, `resetBefore`, `hang`.
 * After it was performed: `resetAfter`, `slowBody`, `malformedBody`, `truncatedBody`. Within a stream: `streamReset`, `streamError`.
 */
export type FaultKind =
  | 'throttle'
  | 'serverError'
  | 'unavailable'
  | 'expiredToken'
  | 'accessDenied'
  | 'clockSkew'
  | 'error'
  | 'resetBefore'
  | 'hang'
  | 'resetAfter'
  | 'slowBody'
  | 'malformedBody'
  | 'truncatedBody'
  | 'streamReset'
  | 'streamError';

export interface FaultRule {
  /** Glob over `service:Operation`, e.g. `ecs:Describe*`; everything unless given. */
  operation?: string;
  kind: FaultKind;
  /** Share of the matching requests that are hit, 1 unless given. */
  rate?: number;
  /** How many requests are hit at most; no end unless given. */
  count?: number;
  /** Matching requests that pass untouched first. */
  skip?: number;
  /** Milliseconds: how long a `slowBody` takes, how far a `clockSkew` is off, when a stream ends. */
  ms?: number;
  /** Name, text and status of an `error`, name of a `streamError`. */
  error?: { name: string; message: string; status?: number };
  /** A closer look at the request's parsed input. */
  when?: (input: Record<string, unknown>, accountId: string) => boolean;
}

export interface Fault extends FaultRule {
  /** Requests it has hit so far. */
  readonly hits: number;
  remove(): void;
}

class ActiveFault implements Fault {
  readonly operation: string;
  readonly kind: FaultKind;
  readonly rate: number;
  readonly count: number;
  readonly ms?: number;
  readonly error?: FaultRule['error'];
  readonly when?: FaultRule['when'];
  hits = 0;
  skip: number;
  readonly remove: () => void;

  constructor(rule: FaultRule, remove: (fault: ActiveFault) => void) {
    this.operation = rule.operation ?? '*';
    this.kind = rule.kind;
    this.rate = rule.rate ?? 1;
    this.count = rule.count ?? Number.POSITIVE_INFINITY;
    this.skip = rule.skip ?? 0;
    this.ms = rule.ms;
    this.error = rule.error;
    this.when = rule.when;
    this.remove = () => remove(this);
  }

  strikes(name: string, input: Record<string, unknown>, accountId: string, random: Random): boolean {
    if (this.hits >= this.count || !matchesGlob(this.operation, name)) return false;
    if (this.when && !this.when(input, accountId)) return false;
    if (this.skip > 0) {
      this.skip--;
      return false;
    }
    if (!random.chance(this.rate)) return false;
    this.hits++;
    return true;
  }
}

/** The faults a test has planted. Rules are tried in the order in which they were added; a request can be hit by several. */
export class Faults {
  #rules: ActiveFault[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  add(rule: FaultRule): Fault {
    const fault = new ActiveFault(rule, (gone) => (this.#rules = this.#rules.filter((other) => other !== gone)));
    this.#rules.push(fault);
    return fault;
  }

  clear(): void {
    this.#rules = [];
  }

  /** The faults that hit this request; asking counts as a hit. */
  draw(name: string, input: Record<string, unknown>, accountId: string): Fault[] {
    return this.#rules.filter((rule) => rule.strikes(name, input, accountId, this.#random));
  }
}
