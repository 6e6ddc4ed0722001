import type { Connection } from '../../../aws/connection/connection.ts';
import type { NodeKind } from '../../../manifest.ts';
import { ExplorerNode, type RowItem, type NodePlace } from './node.ts';
import type { Resource } from '../../common/resource.ts';

/** A row without rows below it that says one thing. */
export interface Leaf {
  /** What the id ends in, after the parent's. */
  key: string;
  kind?: NodeKind;
  label: string;
  description?: string;
  icon?: string;
  color?: string | undefined;
  tooltip?: readonly string[];
  flags?: readonly string[];
  command?: RowItem['command'];
  resource?: Resource;
}

type Place = Omit<NodePlace, 'connection'> & { parent: ExplorerNode; connection?: Connection | undefined };

/** A leaf: an event, a scaling policy, a capacity provider, or a message such as “No services”. */
export class LeafNode extends ExplorerNode {
  readonly kind: NodeKind;
  #fact: Leaf;

  constructor(place: Place, fact: Leaf) {
    super(place, `${place.parent.id}#${fact.key}`, fact.resource);
    this.kind = fact.kind ?? 'message';
    this.#fact = fact;
  }

  item(): RowItem {
    const { label, description, icon = 'info', color, flags, command } = this.#fact;
    const spoken = [label, description].filter(Boolean).join(', ');
    return { label, description, icon, color, flags, command, spoken };
  }

  override tooltip(): readonly string[] {
    return this.#fact.tooltip ?? [];
  }

  protected override takeOver(fresh: ExplorerNode): boolean {
    if (!(fresh instanceof LeafNode)) return false;
    this.#fact = fresh.#fact;
    return true;
  }
}

/** A leaf below a node. */
export function leaf(parent: ExplorerNode, content: Leaf): LeafNode {
  const { openConnection: connection, context } = parent;
  return new LeafNode({ parent, connection, context }, content);
}
