import type { Connection } from '../../aws/connection/connection.ts';
import { AwsError } from '../../aws/errors.ts';
import { batches } from '../../aws/paging.ts';
import type { Timer } from '../../aws/timer.ts';
import { fetchServicesByName } from '../../aws/read/services.ts';
import { ClusterNode } from './nodes/clusterNode.ts';
import { BranchNode, type Polling } from './nodes/branchNode.ts';
import type { ExplorerNode } from './nodes/node.ts';
import { ServiceNode } from './nodes/serviceNode.ts';

/** Milliseconds between two readings of what is open and in sight: a row says by its word which of them is its own. */
export const intervals = {
  /** A service that is deploying or has starting tasks, with its tasks. Also the first wait after a failure. */
  fast: 5000,
  /** Clusters, services, tasks. */
  steady: 30_000,
  /** Revisions, and clusters of a connection: somebody makes one now and then. */
  slow: 60_000,
  /** What changes with the set-up alone: families, capacity providers, scaling. */
  slowest: 120_000,
  /** The clusters of connections that are in sight beside the one that is looked at. Also the longest wait after failures. */
  longest: 300_000,
  /** What is open and not in sight. */
  resting: 600_000,
} satisfies Record<Polling | 'longest' | 'resting', number>;

/** As many rows above and below the one that is looked at count as in sight: a tall view shows about so many. */
const screenful = 30;

/** Milliseconds between two looks at what is due. */
const lookEvery = 1000;

interface RefresherOptions {
  roots: () => readonly ExplorerNode[];
  isExpanded: (node: ExplorerNode) => boolean;
  changed: (node: ExplorerNode) => void;
  timer: Timer;
  /** Multiplies every interval, for whoever cannot wait; 1 unless given. */
  pace?: number | undefined;
}

/** A connection that AWS throttles: nothing is asked of it in the background until then. */
interface Pause {
  until: number;
  times: number;
}

/** A row in its order among those that are shown, and the last one below it. */
interface ShownRow {
  node: ExplorerNode;
  index: number;
  last: number;
}

/** What is to be read beside the rows that are in sight. */
interface Due {
  moving: ServiceNode[];
  resting: BranchNode[];
}

/**
 * Keeps open rows current while somebody can see them: slowly at rest, faster where a service is moving, hardly ever
 * where they are open elsewhere in a long tree, not at all while hidden. VS Code does not tell what is scrolled into
 * view: a screenful around the row that the person last opened, closed, chose or pointed at counts as in sight, at first
 * the top. After a failure it waits longer each time, by chance so that several windows do not ask in step.
 */
export class Refresher {
  readonly #options: RefresherOptions;
  readonly #pace: number;
  readonly #pauses = new Map<Connection, Pause>();
  readonly #reading = new Set<string>();
  /** By place, so that a service that cannot be read is not asked for again at once. */
  readonly #readAt = new Map<string, number>();
  #stop: AbortController | undefined;
  #lookedAt: ExplorerNode | undefined;
  #isReadingResting = false;

  constructor(options: RefresherOptions) {
    this.#options = options;
    this.#pace = options.pace ?? 1;
  }

  /** Starts or stops; what is due is read at once when it starts. */
  setActive(active: boolean): void {
    if (active === (this.#stop !== undefined)) return;
    this.#stop?.abort();
    this.#stop = active ? new AbortController() : undefined;
    if (this.#stop) void this.#run(this.#stop.signal);
  }

  /** Milliseconds for which AWS is left alone because it throttles; 0 when it does not. */
  get pausedFor(): number {
    const now = this.#options.timer.now();
    return Math.max(0, ...[...this.#pauses.values()].map((pause) => pause.until - now));
  }

  /** Ends a pause at a person's wish. */
  resumeNow(connection: Connection): void {
    this.#pauses.delete(connection);
  }

  /** Reads services anew, ten a call. A service that ECS no longer knows leaves with the next reading of its cluster. */
  async readServices(services: readonly ServiceNode[]): Promise<void> {
    const byCluster = new Map<string, ServiceNode[]>();
    for (const service of services) {
      const key = `${service.connection.spec.id} ${service.resource.clusterArn}`;
      const members = byCluster.get(key);
      if (members) members.push(service);
      else byCluster.set(key, [service]);
    }
    const reads = [...byCluster.values()].flatMap((members) => batches(members, 10));
    await Promise.all(reads.map((batch) => this.#readBatch(batch)));
  }

  /** Takes note of the row that a person is looking at: what is around it is kept current. */
  lookAt(node: ExplorerNode): void {
    this.#lookedAt = node;
  }

  /** Reads what is due; called by itself while active. */
  tick(): void {
    const shown: ShownRow[] = [];
    for (const root of this.#options.roots()) this.#gather(root, shown);
    const centre = this.#centre(shown);
    const due: Due = { moving: [], resting: [] };
    for (const row of shown) this.#visit(row, centre, due);
    if (due.moving.length > 0) void this.readServices(due.moving);
    this.#readResting(due.resting);
  }

  dispose(): void {
    this.setActive(false);
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.tick();
      await this.#options.timer.sleep(lookEvery * this.#pace, signal).catch(() => undefined);
    }
  }

  #gather(node: ExplorerNode, shown: ShownRow[]): void {
    const row = { node, index: shown.length, last: shown.length };
    shown.push(row);
    if (this.#options.isExpanded(node)) for (const below of node.rows()) this.#gather(below, shown);
    row.last = shown.length - 1;
  }

  /** Where the person looks: a row that is gone since stood below another. */
  #centre(shown: readonly ShownRow[]): number {
    const places = new Map(shown.map(({ node, index }) => [node.place, index]));
    for (let node = this.#lookedAt; node; node = node.parent) {
      const index = places.get(node.place);
      if (index !== undefined) return index;
    }
    return 0;
  }

  #visit({ node, index, last }: ShownRow, centre: number, { moving, resting }: Due): void {
    if (this.#isPaused(node)) return;
    const isInSight = index <= centre + screenful && last >= centre - screenful;
    if (node instanceof ServiceNode && this.#isMovingAndDue(node, isInSight)) moving.push(node);
    if (!(node instanceof BranchNode) || !this.#options.isExpanded(node)) return;
    const isLookedAt = node.parent !== undefined || (index <= centre && last >= centre);
    if (!isInSight && this.#isDue(node, 'resting')) resting.push(node);
    if (isInSight && this.#isDue(node, isLookedAt ? node.polling : 'longest')) void this.#reload(node);
  }

  /** One at a time, whatever waits the longest: many that became due together would keep what is in sight waiting. */
  #readResting(resting: readonly BranchNode[]): void {
    const [first] = [...resting].sort((a, b) => (a.branch.triedAt ?? 0) - (b.branch.triedAt ?? 0));
    if (!first || this.#isReadingResting) return;
    this.#isReadingResting = true;
    void this.#reload(first).finally(() => (this.#isReadingResting = false));
  }

  #isPaused(node: ExplorerNode): boolean {
    const pause = node.openConnection && this.#pauses.get(node.openConnection);
    return pause !== undefined && pause.until > this.#options.timer.now();
  }

  #isDue(node: BranchNode, interval: keyof typeof intervals): boolean {
    const { branch } = node;
    if (branch.isLoading || branch.triedAt === undefined) return false;
    const wait = branch.error === undefined ? this.#interval(interval) : this.#waitAfter(branch.failures, node.id);
    return this.#options.timer.now() - branch.triedAt >= wait;
  }

  #interval(name: keyof typeof intervals): number {
    return intervals[name] * this.#pace;
  }

  #isMovingAndDue(service: ServiceNode, isInSight: boolean): boolean {
    const readAt = Math.max(service.readAt, this.#readAt.get(service.place) ?? 0);
    const isDue = this.#options.timer.now() - readAt >= this.#interval(isInSight ? 'fast' : 'steady');
    return service.isMoving && isDue && !this.#reading.has(service.place);
  }

  async #reload(node: BranchNode): Promise<void> {
    await node.branch.load();
    if (node.openConnection) this.#learn(node.openConnection, node.branch.error);
  }

  async #readBatch(batch: readonly ServiceNode[]): Promise<void> {
    const [first] = batch;
    if (!first) return;
    for (const { place } of batch) this.#reading.add(place);
    try {
      const names = batch.map((service) => service.id);
      const services = await fetchServicesByName(
        first.connection,
        first.resource.clusterArn,
        names,
        this.#stop?.signal,
      );
      const cluster = clusterOf(first);
      for (const service of services) {
        const node = cluster?.takeService(service);
        if (node) this.#options.changed(node);
      }
      this.#learn(first.connection, undefined);
    } catch (error) {
      this.#learn(first.connection, error);
    } finally {
      for (const { place } of batch) {
        this.#reading.delete(place);
        this.#readAt.set(place, this.#options.timer.now());
      }
    }
  }

  #learn(connection: Connection, error: unknown): void {
    if (!(error instanceof AwsError) || error.kind !== 'throttled') {
      if (error === undefined) this.#pauses.delete(connection);
      return;
    }
    const times = (this.#pauses.get(connection)?.times ?? 0) + 1;
    const wait = this.#waitAfter(times, String(Math.random()));
    this.#pauses.set(connection, { until: this.#options.timer.now() + wait, times });
  }

  /** Doubles with each failure, and differs by up to a quarter between rows. */
  #waitAfter(failures: number, id: string): number {
    const wait = Math.min(this.#interval('longest'), this.#interval('fast') * 2 ** (failures - 1));
    return wait * (1 + spread(id) / 4);
  }
}

function clusterOf(service: ServiceNode): ClusterNode | undefined {
  for (let node = service.parent; node; node = node.parent) if (node instanceof ClusterNode) return node;
  return undefined;
}

/** A number from 0 to 1 that stays the same for a text. */
function spread(text: string): number {
  let hash = 0;
  for (const sign of text) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return hash / 9973;
}
