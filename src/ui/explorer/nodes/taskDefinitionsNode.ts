import * as l10n from '@vscode/l10n';
import { fetchAllFamilies } from '../../../aws/read/taskDefinitions.ts';
import { below, ExplorerNode, type LoadTools, type Polling, type RowItem, type NodePlace } from './node.ts';
import { leaf } from './leafNode.ts';
import { FamilyNode } from './familyNode.ts';
import { byName } from './order.ts';

/** The task definitions of an account and Region, by family. */
export class TaskDefinitionsNode extends ExplorerNode {
  readonly kind = 'group';

  constructor(place: NodePlace & { parent?: ExplorerNode | undefined }) {
    super(place, `${place.parent?.id}#taskDefinitions`);
  }

  override get polling(): Polling {
    return 'slowest';
  }

  item(): RowItem {
    const label = l10n.t('Task definitions');
    return { label, icon: 'notebook', spoken: label, expandable: 'collapsed' };
  }

  override rows(): ExplorerNode[] {
    const { nameTest } = this.context.options;
    const families = (this.branch?.children ?? [])
      .filter((node) => node instanceof FamilyNode)
      .filter((family) => nameTest === undefined || nameTest(family.name))
      .sort((a, b) => Number(b.isActive) - Number(a.isActive) || byName(this.context.options)(a, b));
    if (families.length > 0 || !this.branch?.isComplete) return families;
    const label = nameTest === undefined ? l10n.t('No task definitions') : l10n.t('No family matches');
    return [leaf(this, { key: 'message', label })];
  }

  protected override async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const { active, inactive } = await fetchAllFamilies(this.connection, signal);
    const place = below(this);
    return [
      ...active.map((family) => new FamilyNode(place, family, true)),
      ...inactive.map((family) => new FamilyNode(place, family, false)),
    ];
  }
}
