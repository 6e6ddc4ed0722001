import type { LogEvent } from '../lines/logLine.ts';

export interface Page {
  events: LogEvent[];
  nextToken: string | undefined;
  /** What its first and last event are. */
  identity: string;
  /** Whether the events have ids, so that equal ones are the same. */
  certain: boolean;
}

/** Empty pages that may repeat their token in a row before it is taken for the end. */
const patience = 10;

/**
 * Notices the end where an endpoint does not tell it. CloudWatch Logs leaves the token away; some emulators repeat the
 * last one, or the last page, for ever, and would keep a poll from ever being over.
 */
export class PageTurner {
  #token: string | undefined;
  #before: Page | undefined;
  #stuck = 0;

  /** Token of the page to ask for. */
  get token(): string | undefined {
    return this.#token;
  }

  /** The page as it is to be read: without what the one before it has brought, without a token that leads nowhere. */
  turn(page: Page): Page {
    const before = this.#before;
    const repeated = page.nextToken !== undefined && page.nextToken === this.#token;
    this.#stuck = repeated ? this.#stuck + 1 : 0;
    const again = before !== undefined && page.events.length > 0 && isSamePage(before, page, repeated);
    const over = again || (repeated && (page.events.length > 0 || this.#stuck >= patience));
    this.#before = page.events.length > 0 ? page : before;
    this.#token = over ? undefined : page.nextToken;
    return { ...page, events: again ? [] : page.events, nextToken: this.#token };
  }
}

/** Without ids, equal pages may be equal lines; only a token that was repeated as well tells that they are not. */
function isSamePage(one: Page, other: Page, repeated: boolean): boolean {
  if (one.events.length !== other.events.length || one.identity !== other.identity) return false;
  return repeated || (one.certain && other.certain);
}
