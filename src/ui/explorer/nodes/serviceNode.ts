import type { Service, Task } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { fetchTasks, fetchTasksByArn } from '../../../aws/read/tasks.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import {
  isTroubled,
  keepsFailing,
  serviceStatus,
  type ServiceStatus,
  whileScaling,
} from '../../../ecs/service/serviceStatus.ts';
import { keptService } from '../../../ecs/service/keptService.ts';
import { keptTask } from '../../../ecs/task/keptTask.ts';
import { countMarks, outdatedTasks } from '../../../ecs/task/outdatedTasks.ts';
import { taskPhase } from '../../../ecs/task/taskStatus.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { BranchNode, type LoadTools, type Polling } from './branchNode.ts';
import { DeploymentNode, isInProgress } from './deploymentNode.ts';
import { EventsNode } from './eventsNode.ts';
import { below, type ExplorerNode, type NodePlace, type RowItem } from './node.ts';
import { leaf } from './leafNode.ts';
import { ScalingNode } from './scalingNode.ts';
import { serviceFacts } from './serviceFacts.ts';
import { serviceItem, serviceTooltip } from './serviceItem.ts';
import { StoppedTasksNode } from './stoppedTasksNode.ts';
import { newestFirst, TaskNode } from './taskNode.ts';

/** The lower, the more a service needs a look. */
const urgencies: Record<ServiceStatus['health'], number> = {
  failed: 0,
  rollingBack: 1,
  short: 2,
  deploying: 3,
  scaling: 4,
  draining: 5,
  steady: 6,
  stopped: 7,
  paused: 7,
};

const movingStates: ReadonlySet<ServiceStatus['health']> = new Set(['deploying', 'scaling', 'rollingBack', 'draining']);

/** A service with its deployments in progress, its tasks, and what has been of them. */
export class ServiceNode extends BranchNode {
  readonly kind = 'service';
  override readonly resource: ServiceResource;
  /** Epoch milliseconds when the service was read. */
  readAt: number;
  #service: Service;
  #status: ServiceStatus;
  #marks = { unhealthy: 0, outdated: 0 };
  /** Epoch milliseconds when the desired count was last seen to be raised. */
  #grownAt = Number.NEGATIVE_INFINITY;
  #groups: { stopped: StoppedTasksNode; events: EventsNode; scaling: ScalingNode } | undefined;

  constructor(place: NodePlace, service: Service) {
    const { serviceArn = '', clusterArn = '' } = service;
    const resource: ServiceResource = { kind: 'service', connection: place.connection, clusterArn, serviceArn };
    super(place, serviceArn, resource);
    this.resource = resource;
    this.#service = keptService(service);
    this.readAt = place.context.now();
    this.#status = serviceStatus(service, this.#readByAws);
  }

  get name(): string {
    return this.#service.serviceName ?? nameOfArn(this.id);
  }

  get service(): Service {
    return this.#service;
  }

  get isTroubled(): boolean {
    return isTroubled(this.#status);
  }

  get urgency(): number {
    const health = keepsFailing(this.#status)
      ? Math.min(urgencies.short, urgencies[this.#status.health])
      : urgencies[this.#status.health];
    return health - (this.#status.failedTasks > 0 ? 0.5 : 0);
  }

  get newestAt(): number {
    const times = (this.#service.deployments ?? []).map((one) => one.createdAt?.getTime() ?? 0);
    return Math.max(0, ...times);
  }

  /** Running and pending tasks, as ECS counts them. */
  get taskCount(): number {
    return this.#status.running + this.#status.pending;
  }

  /** Whether something is under way that a person waits for. */
  get isMoving(): boolean {
    const { health, pending } = this.#status;
    if (movingStates.has(health) || pending > 0) return true;
    return this.tasks.some((task) => ['starting', 'stopping'].includes(taskPhase(task)));
  }

  /** The tasks of a moving service change as fast as it does. */
  override get polling(): Polling {
    return this.isMoving ? 'fast' : 'steady';
  }

  /** The tasks in memory. */
  get tasks(): Task[] {
    return this.#taskNodes().map((node) => node.task);
  }

  item(): RowItem {
    const favourite = this.context.options.isFavourite(this.id);
    const isDescribed = (this.#service.status ?? this.#service.desiredCount) !== undefined;
    const hasShell = this.#service.enableExecuteCommand === true;
    return serviceItem({ name: this.name, status: this.#status, marks: this.#marks, favourite, hasShell, isDescribed });
  }

  override tooltip(): readonly string[] {
    return serviceTooltip(this.#service, this.#status);
  }

  override rows(): ExplorerNode[] {
    const deployments = (this.#service.deployments ?? []).filter(isInProgress(this.#service));
    const seen = { service: this.#service, at: this.#readByAws };
    return [
      ...deployments.map((deployment, index) => new DeploymentNode(below(this), deployment, index, seen)),
      ...(this.branch.isComplete ? serviceFacts(this.#service, this.tasks).map((fact) => leaf(this, fact)) : []),
      ...super.rows(),
      ...(this.branch.isComplete && this.#groups ? Object.values(this.#groups) : []),
    ];
  }

  /** Other stopped tasks than before are remembered. */
  followMemory(): void {
    this.#groups?.stopped.followMemory();
  }

  protected override get emptyText(): string {
    return l10n.t('No running tasks');
  }

  protected override listed(): ExplorerNode[] {
    const isEnded = (arn: string): boolean => this.context.stopped.has(this.connection.spec.id, arn);
    return this.#taskNodes()
      .filter((node) => !isEnded(node.id))
      .sort(newestFirst);
  }

  protected override takeOver(fresh: ExplorerNode): boolean {
    if (!(fresh instanceof ServiceNode)) return false;
    const now = this.context.now();
    if (fresh.#status.desired > this.#status.desired) this.#grownAt = now;
    this.#service = fresh.#service;
    this.#status = whileScaling(fresh.#status, this.#grownAt, now);
    this.readAt = fresh.readAt;
    this.updated();
    return true;
  }

  /** Holds tasks and service against each other, of which either may have arrived. */
  protected override updated(): void {
    const { tasks } = this;
    const outdated = outdatedTasks(this.#service, tasks);
    for (const node of this.#taskNodes()) node.outdated = outdated.get(node.id);
    this.#marks = countMarks(tasks, outdated);
  }

  protected async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const { clusterArn: cluster } = this.resource;
    const before = this.#taskNodes();
    const tasks = await fetchTasks(this.connection, { cluster, service: this.name }, signal);
    const listed = new Set(tasks.map((task) => task.taskArn));
    const gone = before.filter((node) => !listed.has(node.id)).map((node) => node.id);
    if (gone.length > 0) await this.#rememberEnd(gone, signal);
    this.#groups ??= {
      stopped: new StoppedTasksNode(this),
      events: new EventsNode(this),
      scaling: new ScalingNode(this),
    };
    return tasks.map((task) => new TaskNode(below(this), keptTask(task)));
  }

  /** A task that has left the list has stopped: its reason is read once, while ECS still has it. */
  async #rememberEnd(arns: readonly string[], signal: AbortSignal): Promise<void> {
    const ended = await fetchTasksByArn(this.connection, this.resource.clusterArn, arns, signal).catch(() => []);
    this.context.stopped.add(this.connection.spec.id, ended);
  }

  get #readByAws(): number {
    return this.readAt + this.connection.clockOffset;
  }

  #taskNodes(): TaskNode[] {
    return this.branch.children.filter((node) => node instanceof TaskNode);
  }
}
