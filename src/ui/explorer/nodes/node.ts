import type { Connection } from '../../../aws/connection/connection.ts';
import type { NodeKind } from '../../../manifest.ts';
import type { ErrorText } from '../../common/errorText.ts';
import type { Branch } from './branch.ts';
import type { PublicAddresses } from './publicAddresses.ts';
import type { StoppedTasks } from './stoppedTasks.ts';
import type { Resource } from '../../common/resource.ts';
import type { TreeOptions } from './treeOptions.ts';

/** What nodes share: the view's options, the memory of stopped tasks, the clock, and whom they tell of changes. */
export interface ExplorerContext {
  readonly options: TreeOptions;
  readonly stopped: StoppedTasks;
  readonly addresses: PublicAddresses;
  /** Epoch milliseconds. */
  now(): number;
  /** The row of this node, or the rows below it, are different. */
  changed(node: ExplorerNode): void;
  errorText(error: unknown, connection: Connection | undefined): ErrorText;
}

/** How a row looks, in plain data; `nodeItem.ts` makes VS Code's tree item of it. */
export interface RowItem {
  label: string;
  description?: string | undefined;
  /** Name of a codicon. */
  icon: string;
  /** Id of a theme colour. */
  color?: string | undefined;
  /** What a screen reader says, e.g. “service web, 2 of 3 tasks running”. */
  spoken: string;
  /** Words after the kind in `contextValue`; menus match on them. */
  flags?: readonly string[];
  /** Absent for a leaf. */
  expandable?: 'collapsed' | 'expanded';
  /** What choosing the row does. */
  command?: 'refresh' | 'signIn' | 'more' | 'createCluster' | 'selectRegion' | 'openConfigFile';
}

/** A row of the explorer. The id is an ARN where there is one, so that a row keeps its place over refreshes. */
export abstract class ExplorerNode {
  abstract readonly kind: NodeKind;
  readonly id: string;
  readonly parent: ExplorerNode | undefined;
  readonly context: ExplorerContext;
  /** The row's children, where they have to be read: see `BranchNode`. */
  readonly branch: Branch<ExplorerNode> | undefined;
  /** What in the account the row stands for; absent for a group or a message. */
  readonly resource: Resource | undefined;
  #connection: Connection | undefined;

  constructor(
    place: Omit<NodePlace, 'connection'> & { connection?: Connection | undefined },
    id: string,
    resource?: Resource,
  ) {
    this.parent = place.parent;
    this.#connection = place.connection;
    this.context = place.context;
    this.id = id;
    this.resource = resource;
  }

  /** Through which the row was read. Only a root can lack one, until it has been opened. */
  get connection(): Connection {
    if (!this.#connection) throw new Error(`${this.id} is not connected.`);
    return this.#connection;
  }

  get openConnection(): Connection | undefined {
    return this.#connection;
  }

  /** The connection's row that it stands below; itself where it is one. */
  get top(): ExplorerNode {
    return this.parent?.top ?? this;
  }

  /** Unique over several connections, which may reach the same account. */
  get place(): string {
    return this.parent ? `${this.top.id} ${this.id}` : this.id;
  }

  /**
   * By what VS Code knows it, and remembers whether it is open. While rows are left out others are open than before, so
   * what stands then is another row.
   */
  get rowId(): string {
    return this.context.options.isNarrowed && this.parent ? `${this.place} narrowed` : this.place;
  }

  /** The row itself. Like `tooltip` and `rows` it only reads: what they say is worked out when it arrives. */
  abstract item(): RowItem;

  /** Lines of the tooltip, made when the pointer rests on the row; nothing in them is read as Markdown. */
  tooltip(): readonly string[] {
    return [];
  }

  /** The rows below, from memory. */
  rows(): ExplorerNode[] {
    return [];
  }

  /** Its rows are shown: time to ask for what only they say. */
  opened(): void {
    // Most rows come with all that they say.
  }

  /** Takes over what a fresh node of the same id says; returns itself, or undefined when that cannot be done. */
  takenOver(fresh: ExplorerNode): ExplorerNode | undefined {
    const isSame = fresh.kind === this.kind && fresh.openConnection === this.openConnection;
    return isSame && this.takeOver(fresh) ? this : undefined;
  }

  /** Gives a root the connection through which its rows are read. */
  protected connect(connection: Connection): void {
    this.#connection = connection;
  }

  protected takeOver(_fresh: ExplorerNode): boolean {
    return false;
  }
}

/** Where a node is made. */
export interface NodePlace {
  parent?: ExplorerNode | undefined;
  connection: Connection;
  context: ExplorerContext;
}

/** The place below a node. */
export function below(parent: ExplorerNode): NodePlace {
  return { parent, connection: parent.connection, context: parent.context };
}
