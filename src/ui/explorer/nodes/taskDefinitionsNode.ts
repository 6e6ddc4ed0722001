import * as l10n from '@vscode/l10n';
import { fetchAllFamilies } from '../../../aws/read/taskDefinitions.ts';
import type { LoadTools, Polling } from './branchNode.ts';
import { FamilyNode } from './familyNode.ts';
import { GroupNode } from './groupNode.ts';
import { below, type ExplorerNode } from './node.ts';
import { byName } from './order.ts';

/** The task definitions of an account and Region, by family. */
export class TaskDefinitionsNode extends GroupNode {
  protected readonly icon = 'notebook';

  constructor(connection: ExplorerNode) {
    super(connection, 'taskDefinitions');
  }

  override get polling(): Polling {
    return 'slowest';
  }

  protected get label(): string {
    return l10n.t('Task definitions');
  }

  protected override get emptyText(): string {
    return this.context.options.nameTest === undefined ? l10n.t('No task definitions') : l10n.t('No family matches');
  }

  protected override listed(): ExplorerNode[] {
    const { nameTest } = this.context.options;
    return this.branch.children
      .filter((node) => node instanceof FamilyNode)
      .filter((family) => nameTest === undefined || nameTest(family.name))
      .sort((a, b) => Number(b.isActive) - Number(a.isActive) || byName(this.context.options)(a, b));
  }

  protected async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const { active, inactive } = await fetchAllFamilies(this.connection, signal);
    const place = below(this);
    return [
      ...active.map((family) => new FamilyNode(place, family, true)),
      ...inactive.map((family) => new FamilyNode(place, family, false)),
    ];
  }
}
