import type { CapacityProvider, Cluster } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { fetchCapacityProviders } from '../../../aws/read/capacityProviders.ts';
import { below, ExplorerNode, type LoadTools, type Polling, type RowItem } from './node.ts';
import { leaf } from './leafNode.ts';

type ClusterParent = ExplorerNode & { readonly cluster: Cluster };

/** The capacity providers of a cluster. */
export class CapacityProvidersNode extends ExplorerNode {
  readonly kind = 'group';
  readonly #cluster: ClusterParent;

  constructor(cluster: ClusterParent) {
    super(below(cluster), `${cluster.id}#capacityProviders`);
    this.#cluster = cluster;
  }

  override get polling(): Polling {
    return 'slowest';
  }

  item(): RowItem {
    const label = l10n.t('Capacity providers');
    const names = this.#cluster.cluster.capacityProviders ?? [];
    return { label, description: names.join(' · '), icon: 'layers', spoken: label, expandable: 'collapsed' };
  }

  protected override async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const names = this.#cluster.cluster.capacityProviders ?? [];
    const providers = await fetchCapacityProviders(this.connection, names, signal);
    return providers.map((provider) => this.#row(provider));
  }

  #row(provider: CapacityProvider): ExplorerNode {
    const { name = '', capacityProviderArn: arn = '', status = '', autoScalingGroupProvider } = provider;
    const strategy = this.#cluster.cluster.defaultCapacityProviderStrategy ?? [];
    const own = strategy.find((item) => item.capacityProvider === name);
    const scaling = autoScalingGroupProvider?.managedScaling;
    const facts = [
      ...(status === 'ACTIVE' ? [] : [status]),
      ...(own ? [l10n.t('default, weight {0}, base {1}', own.weight ?? 0, own.base ?? 0)] : []),
      ...(scaling?.status === 'ENABLED' ? [l10n.t('scales to {0} %', scaling.targetCapacity ?? 100)] : []),
    ];
    return leaf(this, {
      key: name,
      kind: 'capacityProvider',
      label: name,
      description: facts.join(' · '),
      icon: 'layers',
      resource: { kind: 'capacityProvider', connection: this.connection, clusterArn: this.#cluster.id, name, arn },
      tooltip: [
        ...(autoScalingGroupProvider?.autoScalingGroupArn ? [autoScalingGroupProvider.autoScalingGroupArn] : []),
        arn,
      ],
    });
  }
}
