import { below, type ExplorerNode } from './node.ts';
import { TaskNode } from './taskNode.ts';

/** The rows of stopped tasks below a node: they follow the memory of stopped tasks when `follow` is called. */
export class RememberedTasks {
  readonly #parent: ExplorerNode;
  readonly #clusterArn: string;
  readonly #isMeant: (group: string) => boolean;
  #nodes = new Map<string, TaskNode>();

  /** `isMeant` chooses by a task's group, such as `service:web`. */
  constructor(parent: ExplorerNode, clusterArn: string, isMeant: (group: string) => boolean) {
    this.#parent = parent;
    this.#clusterArn = clusterArn;
    this.#isMeant = isMeant;
    this.follow();
  }

  /** Last stopped first. */
  get nodes(): readonly TaskNode[] {
    return [...this.#nodes.values()];
  }

  /** Takes over what is remembered now; rows that were there stay the same ones. */
  follow(): void {
    const before = this.#nodes;
    this.#nodes = new Map();
    const { stopped } = this.#parent.context;
    for (const task of stopped.of(this.#parent.connection.spec.id, this.#clusterArn, this.#isMeant)) {
      const fresh = new TaskNode(below(this.#parent), task);
      const node = before.get(fresh.id)?.takenOver(fresh);
      this.#nodes.set(fresh.id, node instanceof TaskNode ? node : fresh);
    }
  }
}
