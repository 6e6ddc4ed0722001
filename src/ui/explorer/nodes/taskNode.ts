import type { Task } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { age } from '../../../ecs/text/age.ts';
import { networkInterface, privateIp } from '../../../ecs/task/containerPorts.ts';
import { familyRevision, revisionOf, shortTaskId } from '../../../ecs/arn.ts';
import type { Outdated } from '../../../ecs/task/outdatedTasks.ts';
import { stopHeadline, stopText } from '../../../ecs/diagnosis/stopDiagnosis.ts';
import { serviceNameOf } from '../../../ecs/task/serviceNameOf.ts';
import { isOrderlyStop, taskPhase, type TaskPhase } from '../../../ecs/task/taskStatus.ts';
import type { TaskResource } from '../../common/resource.ts';
import { addressLines } from './addressLines.ts';
import { ContainerNode } from './containerNode.ts';
import { below, ExplorerNode, type RowItem, type NodePlace } from './node.ts';
import type { PublicAddress } from './publicAddresses.ts';
import { stateWords } from './stateWords.ts';

const looks: Record<TaskPhase, { icon: string; color?: string }> = {
  starting: { icon: 'loading~spin', color: 'charts.blue' },
  running: { icon: 'play-circle', color: 'testing.iconPassed' },
  unhealthy: { icon: 'warning', color: 'list.errorForeground' },
  stopping: { icon: 'stop-circle', color: 'list.deemphasizedForeground' },
  stopped: { icon: 'circle-slash', color: 'list.deemphasizedForeground' },
  failed: { icon: 'error', color: 'list.errorForeground' },
};

/** Youngest first. */
export function newestFirst(a: TaskNode, b: TaskNode): number {
  return (b.task.createdAt?.getTime() ?? 0) - (a.task.createdAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1);
}

/** A task with its containers below it; they come with the task, at no further call. */
export class TaskNode extends ExplorerNode {
  readonly kind = 'task';
  override readonly resource: TaskResource;
  /** Set by the service, which knows what should run. */
  outdated: Outdated | undefined;
  #task: Task;

  constructor(place: NodePlace, task: Task) {
    const { taskArn = '', clusterArn = '' } = task;
    const resource: TaskResource = { kind: 'task', connection: place.connection, clusterArn, taskArn };
    super(place, taskArn, resource);
    this.resource = resource;
    this.#task = task;
  }

  get task(): Task {
    return this.#task;
  }

  item(): RowItem {
    const phase = taskPhase(this.#task);
    const ended = phase === 'stopped' || phase === 'failed';
    const facts = ended ? this.#endLines() : this.#liveFacts();
    const id = shortTaskId(this.id);
    // Of a service's tasks the id tells which; of those that nothing stands above, what they run.
    const name = this.#isOfService ? id : familyRevision(this.#task.taskDefinitionArn ?? '');
    const reason = ended || phase === 'stopping' ? stopHeadline(this.#task) : '';
    return {
      // The reason is what people look for, and a narrow view cuts off what comes second.
      label: reason || name,
      description: [...(reason ? [name] : []), ...facts].join(' · '),
      ...looks[phase],
      ...(this.outdated && phase === 'running' ? { color: 'list.warningForeground' } : {}),
      spoken: [l10n.t('task {0}', id), reason, ...facts].filter(Boolean).join(', '),
      flags: [phase, ...(this.outdated ? ['outdated'] : [])],
      expandable: 'collapsed',
    };
  }

  override tooltip(): readonly string[] {
    const { taskDefinitionArn = '', availabilityZone, launchType, capacityProviderName, startedAt } = this.#task;
    const { stoppedAt, stopCode, cpu, memory, group } = this.#task;
    const capacity = capacityProviderName ?? launchType;
    const { label } = this.item();
    return [
      // The label stands above and has said the reason.
      ...stopText(this.#task).filter((words) => !label.includes(words)),
      ...(stopCode ? [l10n.t('Stop code {0}', stopCode)] : []),
      ...(this.outdated === 'revision' ? [l10n.t('Outdated: the service wants another revision')] : []),
      ...(this.outdated === 'image' ? [l10n.t('Outdated: newer tasks run another image of the same tag')] : []),
      l10n.t('Task definition {0}', familyRevision(taskDefinitionArn)),
      ...(capacity ? [l10n.t('Capacity {0}', capacity)] : []),
      ...(cpu && memory ? [l10n.t('CPU {0}, memory {1} MiB', cpu, memory)] : []),
      ...addressLines(this.#privateAddress, this.publicAddress),
      ...(availabilityZone ? [l10n.t('Availability Zone {0}', availabilityZone)] : []),
      ...(startedAt ? [l10n.t('Started {0}', startedAt.toLocaleString())] : []),
      ...(stoppedAt ? [l10n.t('Stopped {0}', stoppedAt.toLocaleString())] : []),
      ...(group && !this.#isOfService ? [l10n.t('Group {0}', group)] : []),
      this.id,
    ];
  }

  /** What is known of its public address; undefined before it was opened. */
  get publicAddress(): PublicAddress | undefined {
    return this.context.addresses.get(this.connection, networkInterface(this.#task));
  }

  /** Whether somebody wanted it to stop. */
  get stoppedOnPurpose(): boolean {
    return isOrderlyStop(this.#task);
  }

  /** An interface gets its public address before the task runs, and loses it when the task stops. */
  override opened(): void {
    const id = networkInterface(this.#task);
    if (id === undefined || this.#task.lastStatus !== 'RUNNING') return;
    this.context.addresses.ask(this.connection, id, () => this.context.changed(this));
  }

  override rows(): ExplorerNode[] {
    return (this.#task.containers ?? []).map((one) => new ContainerNode(below(this), this, one));
  }

  protected override takeOver(fresh: ExplorerNode): boolean {
    if (!(fresh instanceof TaskNode)) return false;
    this.#task = fresh.#task;
    return true;
  }

  get #privateAddress(): string | undefined {
    return this.#task.containers?.map(privateIp).find(Boolean);
  }

  #liveFacts(): string[] {
    const { taskDefinitionArn = '', createdAt } = this.#task;
    return [
      this.outdated ? l10n.t('outdated') : '',
      ...stateWords(this.#task),
      createdAt ? age(createdAt, this.context.now()) : '',
      this.#which(taskDefinitionArn),
    ].filter(Boolean);
  }

  #endLines(): string[] {
    const { stoppedAt, taskDefinitionArn = '' } = this.#task;
    return [
      stoppedAt ? l10n.t('{0} ago', age(stoppedAt, this.context.now())) : '',
      this.#which(taskDefinitionArn),
    ].filter(Boolean);
  }

  get #isOfService(): boolean {
    return serviceNameOf(this.#task) !== undefined;
  }

  /** What the name of the row does not say. */
  #which(taskDefinitionArn: string): string {
    return this.#isOfService ? `:${revisionOf(taskDefinitionArn) ?? '?'}` : shortTaskId(this.id);
  }
}
