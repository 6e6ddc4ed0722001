import * as l10n from '@vscode/l10n';
import { fetchContainerInstances } from '../../../aws/read/containerInstances.ts';
import type { LoadTools } from './branchNode.ts';
import { ContainerInstanceNode } from './containerInstanceNode.ts';
import { GroupNode } from './groupNode.ts';
import { below, type ExplorerNode } from './node.ts';

/** The machines of a cluster: EC2, external and managed instances. */
export class ContainerInstancesNode extends GroupNode {
  protected readonly icon = 'server';

  constructor(cluster: ExplorerNode) {
    super(cluster, 'instances');
  }

  protected get label(): string {
    return l10n.t('Container instances');
  }

  protected override get emptyText(): string {
    return l10n.t('No container instances');
  }

  protected async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const cluster = this.parent?.id ?? '';
    const instances = await fetchContainerInstances(this.connection, cluster, signal);
    return instances.map((instance) => new ContainerInstanceNode(below(this), cluster, instance));
  }
}
