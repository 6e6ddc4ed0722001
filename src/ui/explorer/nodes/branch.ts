/** What a branch holds: it is known by its id, and takes over what a fresh one of that id says. */
export interface Child<N> {
  readonly id: string;
  readonly branch: { clear(): void } | undefined;
  takenOver(fresh: N): N | undefined;
}

export interface LoadTools<N> {
  signal: AbortSignal;
  /** Shows what has arrived so far, while more is on its way. */
  show: (nodes: readonly N[]) => void;
}

/** How a branch gets its children; called again on each refresh. */
export type LoadChildren<N> = (tools: LoadTools<N>) => Promise<readonly N[]>;

export interface BranchHost {
  /** Epoch milliseconds. */
  now(): number;
  /** Other children are in memory. */
  updated(): void;
  /** The rows are different: they have to be shown anew. */
  changed(): void;
}

/**
 * The children of one node, as they were last read. A load in flight is shared, an answer that a newer load has
 * overtaken is dropped, and a failure lasts only until the next load: it stands beside the rows, never for them.
 */
export class Branch<N extends Child<N>> {
  readonly #load: LoadChildren<N>;
  readonly #host: BranchHost;
  #known: Map<string, N> | undefined;
  #loading: Promise<void> | undefined;
  #loadingSince = 0;
  #first: Waiting | undefined;
  #abort: AbortController | undefined;
  #error: unknown;
  #loadedAt: number | undefined;
  #triedAt: number | undefined;
  #failures = 0;

  constructor(load: LoadChildren<N>, host: BranchHost) {
    this.#load = load;
    this.#host = host;
  }

  /** What is in memory. */
  get children(): N[] {
    return this.#known ? [...this.#known.values()] : [];
  }

  /** One of those in memory. */
  child(id: string): N | undefined {
    return this.#known?.get(id);
  }

  /** Whether the children have been read to the end since they were last forgotten. */
  get isComplete(): boolean {
    return this.#loadedAt !== undefined;
  }

  get isLoading(): boolean {
    return this.#loading !== undefined;
  }

  /** Epoch milliseconds when the load in flight, or else the last one, was begun. */
  get loadingSince(): number {
    return this.#loadingSince;
  }

  /** Whether there is something to show: rows, though there may be none, or a failure. */
  get hasNews(): boolean {
    return this.#known !== undefined || this.#error !== undefined;
  }

  /** Why the last load failed; undefined after one that did not. */
  get error(): unknown {
    return this.#error;
  }

  /** Failures in a row. */
  get failures(): number {
    return this.#failures;
  }

  /** Epoch milliseconds of the end of the last load, whatever became of it. */
  get triedAt(): number | undefined {
    return this.#triedAt;
  }

  /** Resolves as soon as there is something to show: rows, or a failure. Loads when nothing is in memory. */
  async first(): Promise<void> {
    if (this.hasNews) return;
    if (!this.#loading) void this.load();
    await this.#first?.promise;
  }

  /** Reads the children anew, or joins the reading that is under way; what is shown stays until then. Never rejects. */
  load(): Promise<void> {
    if (this.#loading) return this.#loading;
    const abort = new AbortController();
    this.#abort = abort;
    this.#loadingSince = this.#host.now();
    this.#first ??= new Waiting();
    const isCurrent = (): boolean => this.#abort === abort && !abort.signal.aborted;
    const show = (nodes: readonly N[]): void => {
      if (isCurrent()) this.#show(nodes);
    };
    this.#loading = this.#load({ signal: abort.signal, show }).then(
      (nodes) => (isCurrent() ? this.#accept(nodes) : undefined),
      (error: unknown) => (isCurrent() ? this.#fail(error) : undefined),
    );
    return this.#loading;
  }

  /** Begins again although a reading may be under way; its answer no longer counts. */
  reload(): Promise<void> {
    this.#abort?.abort();
    this.#loading = undefined;
    return this.load();
  }

  /** Forgets the children and ends a load in flight. */
  clear(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    for (const child of this.children) child.branch?.clear();
    this.#known = undefined;
    this.#loading = undefined;
    this.#error = undefined;
    this.#loadedAt = undefined;
    this.#triedAt = undefined;
    this.#failures = 0;
    this.#settleFirst();
    this.#host.updated();
  }

  #show(nodes: readonly N[]): void {
    this.#known ??= new Map();
    this.#merge(this.#known, nodes);
    this.#host.updated();
    this.#settleFirst();
    this.#host.changed();
  }

  #accept(nodes: readonly N[]): void {
    const old = this.#known ?? new Map<string, N>();
    const next = new Map<string, N>();
    for (const fresh of nodes) next.set(fresh.id, old.get(fresh.id)?.takenOver(fresh) ?? fresh);
    for (const [id, child] of old) if (next.get(id) !== child) child.branch?.clear();
    this.#known = next;
    this.#error = undefined;
    this.#failures = 0;
    this.#loadedAt = this.#host.now();
    this.#host.updated();
    this.#end();
  }

  #fail(error: unknown): void {
    this.#error = error;
    this.#failures++;
    this.#end();
  }

  #end(): void {
    this.#triedAt = this.#host.now();
    this.#loading = undefined;
    this.#settleFirst();
    this.#host.changed();
  }

  /** Keeps the nodes that were there, with what is expanded below them, and gives them their new values. */
  #merge(known: Map<string, N>, nodes: readonly N[]): void {
    for (const fresh of nodes) known.set(fresh.id, known.get(fresh.id)?.takenOver(fresh) ?? fresh);
  }

  #settleFirst(): void {
    this.#first?.end();
    this.#first = undefined;
  }
}

/** What waits for the first rows. */
class Waiting {
  readonly promise: Promise<void>;
  end: () => void = () => undefined;

  constructor() {
    this.promise = new Promise((resolve) => (this.end = resolve));
  }
}
