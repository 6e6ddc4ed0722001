import * as l10n from '@vscode/l10n';
import { fetchContainerInstances } from '../../../aws/read/containerInstances.ts';
import { below, ExplorerNode, type LoadTools, type RowItem } from './node.ts';
import { ContainerInstanceNode } from './containerInstanceNode.ts';
import { leaf } from './leafNode.ts';

/** The machines of a cluster: EC2, external and managed instances. */
export class ContainerInstancesNode extends ExplorerNode {
  readonly kind = 'group';

  constructor(cluster: ExplorerNode) {
    super(below(cluster), `${cluster.id}#instances`);
  }

  item(): RowItem {
    const label = l10n.t('Container instances');
    return { label, icon: 'server', spoken: label, expandable: 'collapsed' };
  }

  override rows(): ExplorerNode[] {
    const rows = super.rows();
    if (rows.length > 0 || !this.branch?.isComplete) return rows;
    return [leaf(this, { key: 'message', label: l10n.t('No container instances') })];
  }

  protected override async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const cluster = this.parent?.id ?? '';
    const instances = await fetchContainerInstances(this.connection, cluster, signal);
    return instances.map((instance) => new ContainerInstanceNode(below(this), cluster, instance));
  }
}
