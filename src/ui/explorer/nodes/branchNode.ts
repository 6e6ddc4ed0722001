import { Branch, type LoadTools as BranchTools } from './branch.ts';
import { leaf } from './leafNode.ts';
import { ExplorerNode } from './node.ts';

/** What a node reads its children with. */
export type LoadTools = BranchTools<ExplorerNode>;

/** How often an open row is read again; `refresher.ts` says what that is in time. */
export type Polling = 'fast' | 'steady' | 'slow' | 'slowest';

/** A row whose rows have to be read. */
export abstract class BranchNode extends ExplorerNode {
  override readonly branch = new Branch<ExplorerNode>((tools) => this.load(tools), {
    now: () => this.context.now(),
    updated: () => this.updated(),
    changed: () => this.context.changed(this),
  });

  /** How often it is read again while it is open. */
  get polling(): Polling {
    return 'steady';
  }

  /** The rows below, from memory; when all are known and there are none, a row that says so. */
  override rows(): ExplorerNode[] {
    const rows = this.listed();
    const { emptyText } = this;
    if (rows.length > 0 || !this.branch.isComplete || emptyText === undefined) return rows;
    return [leaf(this, { key: 'message', label: emptyText })];
  }

  /** What is said where nothing is listed, such as “No events”. */
  protected get emptyText(): string | undefined {
    return undefined;
  }

  /** Those of the rows below of which there may be none, in their order. */
  protected listed(): ExplorerNode[] {
    return this.branch.children;
  }

  /** Reads the children. */
  protected abstract load(tools: LoadTools): Promise<readonly ExplorerNode[]>;

  /** Other children are in memory: time to work out what they say of each other, for rows are only read. */
  protected updated(): void {
    // Most say what they say each for itself.
  }
}
