import * as l10n from '@vscode/l10n';
import { fetchStoppedTasks } from '../../../aws/read/stoppedTasks.ts';
import type { ServiceResource } from '../../common/resource.ts';
import type { LoadTools } from './branchNode.ts';
import { GroupNode } from './groupNode.ts';
import type { ExplorerNode, RowItem } from './node.ts';
import { RememberedTasks } from './rememberedTasks.ts';

type ServiceParent = ExplorerNode & {
  readonly resource: ServiceResource;
  readonly name: string;
  readonly isTroubled: boolean;
};

/** The tasks of a service that have stopped: those that ECS remembers, and those that were seen before. */
export class StoppedTasksNode extends GroupNode {
  override readonly kind = 'stoppedTasks';
  protected readonly icon = 'archive';
  readonly #service: ServiceParent;
  readonly #remembered: RememberedTasks;

  constructor(service: ServiceParent) {
    super(service, 'stopped');
    this.#service = service;
    const own = `service:${service.name}`;
    this.#remembered = new RememberedTasks(this, service.resource.clusterArn, (group) => group === own);
  }

  /** Others than before are remembered. */
  followMemory(): void {
    this.#remembered.follow();
  }

  override item(): RowItem {
    return {
      ...super.item(),
      spoken: this.#spoken,
      // What a person looks for in a service that is in trouble is why its tasks stop.
      expandable: this.#service.isTroubled ? 'expanded' : 'collapsed',
    };
  }

  /** Before they were read, how many there are is not known. */
  get #spoken(): string {
    const count = this.#remembered.nodes.length;
    if (count === 0) return this.branch.isComplete ? `${this.label}: ${this.emptyText}` : this.label;
    return count === 1 ? l10n.t('1 stopped task') : l10n.t('{0} stopped tasks', count);
  }

  protected get label(): string {
    return l10n.t('Stopped tasks');
  }

  protected override get description(): string | undefined {
    const count = this.#remembered.nodes.length;
    return count > 0 ? String(count) : undefined;
  }

  protected override get emptyText(): string {
    return l10n.t('None in the last hour');
  }

  protected override listed(): ExplorerNode[] {
    return [...this.#remembered.nodes];
  }

  /** What it reads is remembered, and comes from there. */
  protected async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const { clusterArn: cluster } = this.#service.resource;
    const query = { cluster, service: this.#service.name };
    const tasks = await fetchStoppedTasks(this.connection, query, signal);
    this.context.stopped.add(this.connection.spec.id, tasks);
    return [];
  }
}
