import { serviceNameOf } from '../../../ecs/task/serviceNameOf.ts';
import * as l10n from '@vscode/l10n';
import { fetchStandaloneTasks } from '../../../aws/read/stoppedTasks.ts';
import { keptTask } from '../../../ecs/task/keptTask.ts';
import type { LoadTools } from './branchNode.ts';
import { GroupNode } from './groupNode.ts';
import { below, type ExplorerNode } from './node.ts';
import { RememberedTasks } from './rememberedTasks.ts';
import { newestFirst, TaskNode } from './taskNode.ts';

/** The tasks of a cluster that no service started: jobs, scheduled tasks, migrations. */
export class StandaloneTasksNode extends GroupNode {
  protected readonly icon = 'tasklist';
  readonly #clusterArn: string;
  readonly #remembered: RememberedTasks;

  constructor(cluster: ExplorerNode) {
    super(cluster, 'tasks');
    this.#clusterArn = cluster.id;
    this.#remembered = new RememberedTasks(this, cluster.id, (group) => serviceNameOf({ group }) === undefined);
  }

  /** Others than before are remembered. */
  followMemory(): void {
    this.#remembered.follow();
  }

  protected get label(): string {
    return l10n.t('Standalone tasks');
  }

  protected override get emptyText(): string {
    return l10n.t('No standalone tasks');
  }

  protected override listed(): ExplorerNode[] {
    const listed = this.branch.children.filter((node) => node instanceof TaskNode);
    const remembered = this.#remembered.nodes.filter(({ id }) => this.branch.child(id) === undefined);
    return [...listed, ...remembered].sort(newestFirst);
  }

  protected async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const tasks = await fetchStandaloneTasks(this.connection, this.#clusterArn, signal);
    this.context.stopped.add(this.connection.spec.id, tasks);
    return tasks.map((task) => new TaskNode(below(this), keptTask(task)));
  }
}
