import type { TaskStopCode } from '@aws-sdk/client-ecs';
import type { StartTimings } from '../timings.ts';
import type { TaskState } from '../taskState.ts';
import { ContainerGroup } from './containerGroup.ts';
import { attachInterface } from './network.ts';
import { findObstacle } from './obstacles.ts';
import type { TaskChange } from './serviceScheduler.ts';

const KEPT_AFTER_STOP_MS = 3_600_000;

/** Takes one task from PROVISIONING to STOPPED, and out of sight an hour later. */
export class TaskLife {
  readonly #task: TaskState;
  readonly #timing: StartTimings;
  readonly #containers: ContainerGroup;
  #ending = false;

  constructor(task: TaskState) {
    this.#task = task;
    this.#timing = timingOf(task);
    this.#containers = new ContainerGroup(task, {
      allStarted: () => this.#allStarted(),
      essentialExited: () => this.#essentialExited(),
      allStopped: () => this.#allStopped(),
      cannotStart: (reason) => this.#failToStart(reason),
      healthChanged: () => this.#tell('health'),
    });
  }

  start(): void {
    const { timings } = this.#task.cluster.ecs;
    const obstacle = findObstacle(this.#task);
    if (obstacle) {
      this.#after(Math.min(this.#timing.connected, timings[obstacle.after] / 2), () => this.#become('PENDING'));
      this.#after(timings[obstacle.after], () => this.#failToStart(obstacle.reason, obstacle.container));
      return;
    }
    this.#after(this.#timing.connected, () => this.#connect());
    this.#after(this.#timing.pullStarted, () => (this.#task.data.pullStartedAt = this.#now()));
    this.#after(this.#timing.pullStopped, () => this.#pulled());
    this.#after(this.#timing.activating, () => this.#become('ACTIVATING'));
    this.#after(this.#timing.started, () => this.#containers.start());
  }

  /** Puts a task of the past straight into RUNNING, as if it had been started at `startedAt`; used to seed accounts. */
  resume(startedAt: Date): void {
    const { data } = this.#task;
    const at = (ms: number): Date => new Date(startedAt.getTime() - this.#timing.started + ms);
    data.createdAt = at(0);
    this.#connect();
    data.connectivityAt = at(this.#timing.connected);
    data.pullStartedAt = at(this.#timing.pullStarted);
    this.#pulled();
    data.pullStoppedAt = at(this.#timing.pullStopped);
    this.#containers.resume(startedAt);
    data.startedAt = startedAt;
    this.#task.settled = true;
    this.#become('RUNNING');
  }

  /** Asks the task to stop; what it says is kept word for word. Does nothing to one that is stopping already. */
  stop(code: TaskStopCode, reason: string): void {
    const task = this.#task;
    if (!task.wanted || this.#ending) return;
    const { running } = task;
    this.#markStopping(code, reason);
    if (!running) {
      task.cancelTimers();
      this.#containers.abandon();
      this.#deprovision();
      return;
    }
    const { timings } = task.cluster.ecs;
    if (task.targetHealth === 'none') this.#after(timings.sigterm, () => this.#terminate());
    else this.#after(timings.deregistered, () => this.#drain());
  }

  #connect(): void {
    const { data, cluster } = this.#task;
    data.connectivity = 'CONNECTED';
    data.connectivityAt = this.#now();
    for (const attachment of data.attachments ?? []) {
      attachInterface(attachment, data.containers, cluster.ecs.region.name, cluster.ecs.random);
    }
    this.#become('PENDING');
  }

  #pulled(): void {
    this.#task.data.pullStoppedAt = this.#now();
    this.#containers.pulled();
  }

  #allStarted(): void {
    const { data, cluster } = this.#task;
    data.startedAt = this.#now();
    this.#become('RUNNING');
    this.#tell('running');
    this.#after(cluster.ecs.timings.settled, () => {
      this.#task.settled = true;
      this.#tell('health');
    });
  }

  #drain(): void {
    this.#task.data.lastStatus = 'DEACTIVATING';
    this.#task.targetHealth = 'none';
    this.#tell('draining');
    this.#after(this.#task.cluster.ecs.timings.drain, () => this.#terminate());
  }

  #terminate(): void {
    this.#task.data.lastStatus = 'STOPPING';
    this.#containers.terminate();
  }

  #essentialExited(): void {
    if (!this.#task.wanted || this.#ending) return;
    this.#ending = true;
    this.#containers.terminate();
  }

  #allStopped(): void {
    const task = this.#task;
    task.cancelTimers();
    task.data.executionStoppedAt = this.#now();
    if (!task.wanted) {
      this.#deprovision();
      return;
    }
    this.#ending = true;
    this.#after(this.#timing.exitNoticed, () => {
      this.#markStopping('EssentialContainerExited', 'Essential container in task exited');
      this.#deprovision();
    });
  }

  #failToStart(reason: string, containerName?: string): void {
    const task = this.#task;
    task.cancelTimers();
    this.#ending = true;
    task.data.executionStoppedAt = this.#now();
    const onTask = task.data.launchType === 'FARGATE' || containerName === undefined;
    this.#containers.abandon();
    if (!onTask) {
      const container = task.data.containers.find((each) => each.name === containerName);
      if (container) container.reason = reason.slice(0, 1024);
    }
    this.#after(this.#timing.exitNoticed, () => {
      this.#markStopping('TaskFailedToStart', onTask ? reason : 'Task failed to start');
      this.#deprovision();
    });
  }

  #markStopping(code: TaskStopCode, reason: string): void {
    const { data } = this.#task;
    data.desiredStatus = 'STOPPED';
    data.stopCode = code;
    data.stoppedReason = reason;
    data.stoppingAt = this.#now();
    data.version += 1;
    this.#tell('stopping');
  }

  #deprovision(): void {
    const { data } = this.#task;
    for (const attachment of data.attachments ?? []) attachment.status = 'DETACHING';
    if (data.attachments?.length) this.#become('DEPROVISIONING');
    else data.version += 1;
    this.#after(this.#timing.deprovisioned, () => this.#finish());
  }

  #finish(): void {
    const task = this.#task;
    for (const attachment of task.data.attachments ?? []) attachment.status = 'DELETED';
    task.data.stoppedAt = this.#now();
    task.instance?.tasks.delete(task);
    this.#become('STOPPED');
    this.#tell('stopped');
    task.cancelTimers();
    task.cluster.ecs.clock.after(KEPT_AFTER_STOP_MS, () => forget(task));
  }

  #become(status: string): void {
    this.#task.data.lastStatus = status;
    if (status !== 'ACTIVATING') this.#task.data.version += 1;
  }

  #tell(change: TaskChange): void {
    this.#task.service?.scheduler.taskChanged(this.#task, change);
  }

  #after(ms: number, action: () => void): void {
    const timer = this.#task.cluster.ecs.clock.after(ms, () => {
      this.#task.timers.delete(timer);
      action();
    });
    this.#task.timers.add(timer);
  }

  #now(): Date {
    return this.#task.cluster.ecs.clock.date();
  }
}

/** Takes a task out of its cluster, as ECS does some time after it stopped. */
export function forget(task: TaskState): void {
  task.cluster.tasks.delete(task.id);
  task.service?.tasks.delete(task);
}

function timingOf(task: TaskState): StartTimings {
  const { timings } = task.cluster.ecs;
  if (task.data.launchType === 'FARGATE') return timings.fargate;
  return task.definition.networkMode === 'awsvpc' ? timings.ec2Awsvpc : timings.ec2Bridge;
}
