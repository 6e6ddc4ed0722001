import type { CapacityProvider, Cluster } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { fetchCapacityProviders } from '../../../aws/read/capacityProviders.ts';
import type { LoadTools, Polling } from './branchNode.ts';
import { GroupNode } from './groupNode.ts';
import { leaf } from './leafNode.ts';
import type { ExplorerNode } from './node.ts';

type ClusterParent = ExplorerNode & { readonly cluster: Cluster };

/** The capacity providers of a cluster. */
export class CapacityProvidersNode extends GroupNode {
  protected readonly icon = 'layers';
  readonly #cluster: ClusterParent;

  constructor(cluster: ClusterParent) {
    super(cluster, 'capacityProviders');
    this.#cluster = cluster;
  }

  override get polling(): Polling {
    return 'slowest';
  }

  protected get label(): string {
    return l10n.t('Capacity providers');
  }

  protected override get description(): string {
    return this.#names.join(' · ');
  }

  protected async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const providers = await fetchCapacityProviders(this.connection, this.#names, signal);
    return providers.map((provider) => this.#row(provider));
  }

  get #names(): readonly string[] {
    return this.#cluster.cluster.capacityProviders ?? [];
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
