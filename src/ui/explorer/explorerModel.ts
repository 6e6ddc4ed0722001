import type { Service } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import type { Connection } from '../../aws/connection/connection.ts';
import { AwsError } from '../../aws/errors.ts';
import type { Timer } from '../../aws/timer.ts';
import type { ErrorText } from '../common/errorText.ts';
import { ConnectionNode, type ShownConnection } from './nodes/connectionNode.ts';
import { ErrorNode } from './nodes/errorNode.ts';
import { type Leaf, leaf } from './nodes/leafNode.ts';
import type { ExplorerContext, ExplorerNode } from './nodes/node.ts';
import { PublicAddresses } from './nodes/publicAddresses.ts';
import { Refresher } from './refresher.ts';
import { ServiceNode } from './nodes/serviceNode.ts';
import type { StoppedTasks } from './nodes/stoppedTasks.ts';
import { type TreeChoices, TreeOptions } from './nodes/treeOptions.ts';

export interface ExplorerModelOptions {
  /** The connections that are shown; asked again after each change of them. */
  roots: () => Promise<readonly ShownConnection[]>;
  timer: Timer;
  stopped: StoppedTasks;
  choices?: Partial<TreeChoices>;
  errorText: (error: unknown, connection?: Connection) => ErrorText;
  /** Rows changed: those of the node and below it, or all. */
  changed: (node: ExplorerNode | undefined) => void;
  /** Multiplies every interval between two readings; 1 unless given. */
  pace?: number | undefined;
}

/** Milliseconds for which VS Code waits for the first rows of a load; it shows nothing of a tree while it waits for a part. */
const patience = 1000;

/** Milliseconds by which VS Code may ask late for the rows of a row: it asks for one row after the other. */
const late = 5000;

/** The rows of the explorer and what keeps them current. Knows nothing of VS Code: `ExplorerTree` shows it. */
export class ExplorerModel {
  readonly options: TreeOptions;
  readonly refresher: Refresher;
  readonly #model: ExplorerModelOptions;
  readonly #context: ExplorerContext;
  /** Rows that were opened or closed, by their id, with when that was. */
  readonly #opened = new Map<string, { isOpen: boolean; at: number }>();
  readonly #endListening: () => void;
  #roots: Promise<ConnectionNode[]> | undefined;
  #made: ConnectionNode[] = [];

  constructor(model: ExplorerModelOptions) {
    this.#model = model;
    this.options = new TreeOptions(model.choices);
    this.#context = {
      options: this.options,
      stopped: model.stopped,
      addresses: new PublicAddresses(() => model.timer.now()),
      now: () => model.timer.now(),
      changed: (node) => this.#changed(node),
      errorText: model.errorText,
    };
    this.refresher = new Refresher({
      roots: () => this.#made,
      isExpanded: (node) => this.isOpen(node) ?? (!node.parent && isOpenAtFirst(node)),
      changed: (node) => model.changed(node),
      timer: model.timer,
      pace: model.pace,
    });
    this.#endListening = model.stopped.listen((connectionId) => this.#followMemory(connectionId));
  }

  /** The connections as they are known; loads them when they are not. Rejects when there is none to show. */
  roots(): Promise<ConnectionNode[]> {
    if (this.#roots) return this.#roots;
    const asked: Promise<ConnectionNode[]> = this.#model.roots().then((roots) => {
      if (this.#roots !== asked) return this.roots();
      this.#made = this.#merged(roots);
      return this.#made;
    });
    this.#roots = asked;
    asked.catch(() => {
      if (this.#roots === asked) this.#roots = undefined;
    });
    return asked;
  }

  /** The roots in memory. */
  get connections(): readonly ConnectionNode[] {
    return this.#made;
  }

  /** Begins to read what stands below a node where nothing is known of it, and waits for it, but never for long. */
  async ready({ branch }: ExplorerNode): Promise<void> {
    if (!branch || branch.hasNews) return;
    const { timer } = this.#model;
    const first = branch.first();
    const left = branch.loadingSince + patience - timer.now();
    if (left <= 0) return;
    const end = new AbortController();
    const tooLong = timer.sleep(left, end.signal).catch(() => undefined);
    await Promise.race([first, tooLong]);
    end.abort();
  }

  /** The rows below a node; where nothing is known after a while, a row that says so, until they follow. */
  async children(node: ExplorerNode): Promise<ExplorerNode[]> {
    await this.ready(node);
    node.opened();
    const rows = node.rows();
    if (node.branch?.hasNews === false) return [leaf(node, reading()), ...rows];
    const error = node.branch?.error;
    // A connection that was ended took its readings with it: that is nobody's failure, and they are made again.
    const isEnded = error instanceof AwsError && error.kind === 'aborted';
    return error === undefined || isEnded
      ? rows
      : [new ErrorNode(node, this.#context.errorText(error, node.openConnection)), ...rows];
  }

  /** Takes note of a row whose rows were asked for, without reading anything: it is open, unless it was closed meanwhile. */
  noteExpanded(node: ExplorerNode): void {
    const known = this.#opened.get(node.rowId);
    const at = this.#model.timer.now();
    if (known?.isOpen === false && at - known.at < late) return;
    this.#opened.set(node.rowId, { isOpen: true, at });
  }

  /** Whether a row was last opened or closed; undefined where nobody has done either. */
  isOpen(node: ExplorerNode): boolean | undefined {
    return this.#opened.get(node.rowId)?.isOpen;
  }

  /** Tells which rows are open: only those are kept current. A failed one is tried again when it is opened. */
  setExpanded(node: ExplorerNode, expanded: boolean): void {
    this.#opened.set(node.rowId, { isOpen: expanded, at: this.#model.timer.now() });
    this.refresher.lookAt(node);
    if (expanded && node.branch?.error !== undefined) void node.branch.load();
  }

  /** Reads a node anew at a person's wish; what is shown stays meanwhile. */
  refresh(node: ExplorerNode): void {
    const target = node instanceof ErrorNode ? node.parent : node;
    if (!target) return;
    if (target.openConnection) {
      this.refresher.resumeNow(target.openConnection);
      this.#context.addresses.resumeNow(target.openConnection);
    }
    if (target instanceof ServiceNode) void this.refresher.readServices([target]);
    if (target.branch) void target.branch.reload();
    else this.#model.changed(target);
  }

  /** Begins to read what is open from the start, all at once. */
  readAhead(roots: readonly ConnectionNode[]): void {
    for (const root of roots) if (this.isOpen(root) ?? isOpenAtFirst(root)) void root.branch.first();
  }

  /** Forgets everything. */
  startOver(): void {
    this.rootsChanged(this.#made.map((node) => node.id));
  }

  /** Asks anew which connections there are. Those named have begun again: nothing that was read through them stays. */
  rootsChanged(restarted: readonly string[]): void {
    for (const node of this.#made) {
      if (restarted.includes(node.id) || node.branch?.error !== undefined) node.branch?.clear();
    }
    this.#roots = undefined;
    this.#model.changed(undefined);
  }

  /** Changes what a person wants to see. */
  choose(choices: Partial<TreeChoices>): void {
    this.options.set(choices);
    for (const node of this.#made) {
      for (const cluster of node.clusters) cluster.forgetPart();
      this.#search(node);
    }
    this.#model.changed(undefined);
  }

  /** A service that somebody else has read: its row follows, and its tasks when they are in memory. */
  takeNews(connection: Connection, service: Service): void {
    for (const cluster of this.#made
      .filter((one) => one.openConnection?.leadsTo(connection))
      .flatMap((one) => one.clusters)) {
      const node = cluster.takeService(service);
      if (!node) continue;
      if (node.branch?.isComplete) void node.branch.reload();
      this.#model.changed(node);
    }
  }

  /** Whether clusters are being read to see what in them matches. */
  get isSearching(): boolean {
    const clusters = this.#made.flatMap((node) => node.clusters);
    return this.options.isNarrowed && clusters.some((cluster) => cluster.isBeingSearched);
  }

  /** Services in memory that need a person's eye. */
  get troubled(): ServiceNode[] {
    const clusters = this.#made.flatMap((node) => node.clusters);
    return clusters.flatMap((cluster) => cluster.services).filter((service) => service.isTroubled);
  }

  dispose(): void {
    this.refresher.dispose();
    this.#endListening();
    for (const node of this.#made) node.branch?.clear();
  }

  /** Roots that stay keep what is known below them; those that are gone end what they were reading. */
  #merged(roots: readonly ShownConnection[]): ConnectionNode[] {
    const known = new Map(this.#made.map((node) => [node.id, node]));
    const next = roots.map((root) => {
      const node = known.get(root.key) ?? new ConnectionNode(this.#context, root);
      node.root = root;
      return node;
    });
    for (const node of this.#made) if (!next.includes(node)) node.branch?.clear();
    return next;
  }

  #followMemory(connectionId: string): void {
    const roots = this.#made.filter(({ openConnection }) => openConnection?.spec.id === connectionId);
    for (const cluster of roots.flatMap((root) => root.clusters)) cluster.followMemory();
  }

  #changed(node: ExplorerNode): void {
    this.#search(node);
    // The cluster's row counts what is in trouble below it; a cluster may come or go while rows are left out.
    const isCluster = node.kind === 'cluster' && this.options.isNarrowed;
    this.#model.changed(isCluster ? node.parent : node);
  }

  #search(node: ExplorerNode): void {
    if (this.options.isNarrowed && node instanceof ConnectionNode) void node.searchClusters();
  }
}

function isOpenAtFirst(node: ExplorerNode): boolean {
  return node.item().expandable === 'expanded';
}

/** What is shown of rows that are on their way. */
function reading(): Leaf {
  return { key: 'reading', label: l10n.t('Reading…'), icon: 'loading~spin' };
}
