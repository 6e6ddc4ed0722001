import * as l10n from '@vscode/l10n';
import { fetchStoppedTasks } from '../../../aws/read/stoppedTasks.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { below, ExplorerNode, type LoadTools, type RowItem } from './node.ts';
import { leaf } from './leafNode.ts';
import { TaskNode } from './taskNode.ts';

type ServiceParent = ExplorerNode & {
  readonly resource: ServiceResource;
  readonly name: string;
  readonly isTroubled: boolean;
};

/** The tasks of a service that have stopped: those that ECS remembers, and those that were seen before. */
export class StoppedTasksNode extends ExplorerNode {
  readonly kind = 'stoppedTasks';
  readonly #service: ServiceParent;
  readonly #nodes = new Map<string, TaskNode>();

  constructor(service: ServiceParent) {
    super(below(service), `${service.id}#stopped`);
    this.#service = service;
  }

  item(): RowItem {
    const label = l10n.t('Stopped tasks');
    const count = this.#tasks().length;
    return {
      label,
      description: count > 0 ? String(count) : undefined,
      icon: 'archive',
      spoken: l10n.t('{0} stopped tasks', count),
      // What a person looks for in a service that is in trouble is why its tasks stop.
      expandable: this.#service.isTroubled ? 'expanded' : 'collapsed',
    };
  }

  override rows(): ExplorerNode[] {
    const rows = this.#tasks().map((task) => {
      const arn = task.taskArn ?? '';
      const known = this.#nodes.get(arn);
      const node = known?.takenOver(new TaskNode(below(this), task)) ?? new TaskNode(below(this), task);
      if (node instanceof TaskNode) this.#nodes.set(arn, node);
      return node;
    });
    if (rows.length > 0 || !this.branch?.isComplete) return rows;
    return [leaf(this, { key: 'message', label: l10n.t('None in the last hour') })];
  }

  protected override async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const { clusterArn: cluster } = this.#service.resource;
    const query = { cluster, service: this.#service.name };
    const tasks = await fetchStoppedTasks(this.connection, query, signal);
    this.context.stopped.add(this.connection.spec.id, tasks);
    return [];
  }

  #tasks(): ReturnType<typeof this.context.stopped.of> {
    const group = `service:${this.#service.name}`;
    const { clusterArn } = this.#service.resource;
    return this.context.stopped.of(this.connection.spec.id, clusterArn, (one) => one === group);
  }
}
