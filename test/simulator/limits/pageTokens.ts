/** Opaque page tokens: they carry where the next page starts and what they were made for. */
export function makePageToken(purpose: string, position: unknown): string {
  return Buffer.from(JSON.stringify([purpose, position])).toString('base64url');
}

/** The position in a token that `makePageToken` made for the same purpose; undefined when it is none. */
export function readPageToken(purpose: string, token: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (Array.isArray(value) && value[0] === purpose) return value[1];
  } catch {
    // Not one of ours.
  }
  return undefined;
}

export interface Page<T> {
  items: T[];
  nextToken: string | undefined;
}

export interface PageRequest {
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}

/**
 * One page of `items`, which are sorted ascending by `keyOf`. The token names the last key given, so that what comes and goes between two
 * pages neither repeats nor hides the rest. Gives undefined for a token that was not made for `purpose`.
 */
export function takePage<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  purpose: string,
  size: number,
  nextToken?: string,
  compare: (a: string, b: string) => number = byText,
): Page<T> | undefined {
  let start = 0;
  if (nextToken !== undefined) {
    const last = readPageToken(purpose, nextToken);
    if (typeof last !== 'string') return undefined;
    start = items.findIndex((item) => compare(keyOf(item), last) > 0);
    if (start < 0) start = items.length;
  }
  const page = items.slice(start, start + size);
  const end = page.at(-1);
  const more = end !== undefined && start + size < items.length;
  return { items: page, nextToken: more ? makePageToken(purpose, keyOf(end)) : undefined };
}

export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
