import * as l10n from '@vscode/l10n';
import { fetchStandaloneTasks } from '../../../aws/read/stoppedTasks.ts';
import { keptTask } from '../../../ecs/task/keptTask.ts';
import { below, ExplorerNode, type LoadTools, type RowItem } from './node.ts';
import { leaf } from './leafNode.ts';
import { newestFirst, TaskNode } from './taskNode.ts';

/** The tasks of a cluster that no service started: jobs, scheduled tasks, migrations. */
export class StandaloneTasksNode extends ExplorerNode {
  readonly kind = 'group';
  readonly #remembered = new Map<string, TaskNode>();

  constructor(cluster: ExplorerNode) {
    super(below(cluster), `${cluster.id}#tasks`);
  }

  item(): RowItem {
    const label = l10n.t('Standalone tasks');
    return { label, icon: 'tasklist', spoken: label, expandable: 'collapsed' };
  }

  override rows(): ExplorerNode[] {
    const listed = new Map((this.branch?.children ?? []).map((node) => [node.id, node]));
    const clusterArn = this.parent?.id ?? '';
    const isOwn = (group: string): boolean => !group.startsWith('service:');
    for (const task of this.context.stopped.of(this.connection.spec.id, clusterArn, isOwn)) {
      const arn = task.taskArn ?? '';
      if (listed.has(arn)) continue;
      const node = this.#remembered.get(arn) ?? new TaskNode(below(this), task);
      this.#remembered.set(arn, node);
      listed.set(arn, node);
    }
    if (listed.size === 0 && this.branch?.isComplete)
      return [leaf(this, { key: 'message', label: l10n.t('No standalone tasks') })];
    return [...listed.values()].filter((node) => node instanceof TaskNode).sort(newestFirst);
  }

  protected override async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const tasks = await fetchStandaloneTasks(this.connection, this.parent?.id ?? '', signal);
    this.context.stopped.add(this.connection.spec.id, tasks);
    return tasks.map((task) => new TaskNode(below(this), keptTask(task)));
  }
}
