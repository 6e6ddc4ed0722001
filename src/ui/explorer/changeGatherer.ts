import type { ExplorerNode } from './nodes/node.ts';

/** Milliseconds for which changes are gathered: VS Code draws a row's descendants anew with it. */
const pause = 50;

/** Gathers what changed at about the same time, and leaves out what lies below something else that changed. */
export class ChangeGatherer {
  readonly #tell: (nodes: readonly (ExplorerNode | undefined)[]) => void;
  #nodes = new Set<ExplorerNode | undefined>();
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (nodes: readonly (ExplorerNode | undefined)[]) => void) {
    this.#tell = tell;
  }

  add(node: ExplorerNode | undefined): void {
    this.#nodes.add(node);
    this.#timer ??= setTimeout(() => this.#flush(), pause);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #flush(): void {
    this.#timer = undefined;
    const nodes = this.#nodes;
    this.#nodes = new Set();
    if (nodes.has(undefined)) return this.#tell([undefined]);
    this.#tell([...nodes].filter((node) => !hasAncestorIn(nodes, node)));
  }
}

function hasAncestorIn(nodes: ReadonlySet<ExplorerNode | undefined>, node: ExplorerNode | undefined): boolean {
  for (let above = node?.parent; above; above = above.parent) if (nodes.has(above)) return true;
  return false;
}
