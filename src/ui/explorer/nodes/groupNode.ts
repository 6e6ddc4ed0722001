import type { NodeKind } from '../../../manifest.ts';
import { BranchNode } from './branchNode.ts';
import { below, type ExplorerNode, type RowItem } from './node.ts';

/** A row that stands for nothing in the account, and gathers what its parent has of one kind. */
export abstract class GroupNode extends BranchNode {
  readonly kind: NodeKind = 'group';

  constructor(parent: ExplorerNode, key: string) {
    super(below(parent), `${parent.id}#${key}`);
  }

  item(): RowItem {
    const { label, description, icon } = this;
    const spoken = [label, description].filter(Boolean).join(', ');
    return { label, description, icon, spoken, expandable: 'collapsed' };
  }

  protected abstract get label(): string;

  /** Name of a codicon. */
  protected abstract get icon(): string;

  protected get description(): string | undefined {
    return undefined;
  }
}
