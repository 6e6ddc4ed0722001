/** What a paged operation answers, in either of AWS's spellings: the token is absent on the last page. */
interface Page {
  nextToken?: string | undefined;
  NextToken?: string | undefined;
}

/** Yields the pages of a List operation, one request each, until no token comes back, or the one that was sent. */
async function* pages<P extends Page>(fetchPage: (nextToken?: string) => Promise<P>): AsyncGenerator<P> {
  let sent: string | undefined;
  for (;;) {
    const page = await fetchPage(sent);
    yield page;
    const nextToken = page.nextToken ?? page.NextToken;
    if (!nextToken || nextToken === sent) return;
    sent = nextToken;
  }
}

/** The items of all pages, one request each; with `most` no more than so many items, from no more than so many pages. */
export async function collect<P extends Page, T>(
  fetchPage: (nextToken?: string) => Promise<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
  most: { items?: number; pages?: number } = {},
): Promise<T[]> {
  const items: T[] = [];
  let read = 0;
  for await (const page of pages(fetchPage)) {
    items.push(...(itemsOf(page) ?? []));
    if (items.length >= (most.items ?? Infinity) || ++read === most.pages) break;
  }
  return items.slice(0, most.items);
}

/** Cuts a list into batches of at most `size`. */
export function batches<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}

/**
 * Lists page by page and describes each page's items in batches while the next page is being listed. Calls
 * `onBatch` as answers arrive; resolves with all items in the order of the listing. One failing batch fails the whole.
 */
export async function listAndDescribe<T>(options: {
  list: (nextToken?: string) => Promise<Page & { arns: string[] }>;
  describe: (arns: string[]) => Promise<T[]>;
  batchSize: number;
  onBatch?: ((items: T[]) => void) | undefined;
}): Promise<T[]> {
  const described: Promise<T[]>[] = [];
  for await (const page of pages(options.list)) {
    for (const batch of batches(page.arns, options.batchSize)) {
      const answer = options.describe(batch).then((items) => {
        options.onBatch?.(items);
        return items;
      });
      // Awaited below; without this a failure during a slow listing would count as unhandled.
      answer.catch(() => undefined);
      described.push(answer);
    }
  }
  return (await Promise.all(described)).flat();
}
