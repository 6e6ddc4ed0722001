import type { TaskStopCode } from '@aws-sdk/client-ecs';
import { createTask, type NewTask } from '../ecs/scheduler/createTask.ts';
import { attachInterface } from '../ecs/scheduler/network.ts';
import { digestOf } from '../ecs/scheduler/containerRun.ts';
import { forget } from '../ecs/scheduler/taskLife.ts';
import type { TaskState } from '../ecs/taskState.ts';

const KEPT_MS = 3_600_000;

export interface StoppedTask extends NewTask {
  /** Milliseconds since it stopped; less than an hour, for ECS forgets older ones. */
  stoppedAgo: number;
  /** Milliseconds between RUNNING and its end; a task that never started leaves it out. */
  lived?: number;
  stopCode: TaskStopCode;
  stoppedReason: string;
  /** Of the first container. */
  exitCode?: number;
  containerReason?: string;
}

/** Puts a task into a cluster that stopped within the last hour. */
export function placeStoppedTask(options: StoppedTask): TaskState {
  const task = createTask(options);
  const { clock } = task.cluster.ecs;
  const stoppedAt = clock.now() - options.stoppedAgo;
  if (options.lived === undefined) neverStarted(task, stoppedAt);
  else ran(task, stoppedAt, options.lived);
  for (const attachment of task.data.attachments ?? []) attachment.status = 'DELETED';
  const [first] = task.data.containers;
  if (first && options.exitCode !== undefined) first.exitCode = options.exitCode;
  if (first && options.containerReason !== undefined) first.reason = options.containerReason;
  task.instance?.tasks.delete(task);
  task.accounted = true;
  Object.assign(task.data, {
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    stopCode: options.stopCode,
    stoppedReason: options.stoppedReason,
    stoppedAt: new Date(stoppedAt),
  });
  clock.after(KEPT_MS - options.stoppedAgo, () => forget(task));
  return task;
}

function neverStarted(task: TaskState, stoppedAt: number): void {
  const { data } = task;
  data.createdAt = new Date(stoppedAt - 145_000);
  data.executionStoppedAt = new Date(stoppedAt - 23_500);
  data.stoppingAt = new Date(stoppedAt - 13_500);
  data.version = 5;
  for (const container of data.containers) container.lastStatus = 'STOPPED';
}

function ran(task: TaskState, stoppedAt: number, lived: number): void {
  const { data, cluster } = task;
  const ended = stoppedAt - 23_500;
  const started = ended - lived;
  const created = started - 27_900;
  for (const attachment of data.attachments ?? []) {
    attachInterface(attachment, data.containers, cluster.ecs.region.name, cluster.ecs.random);
  }
  const at = (ms: number): Date => new Date(created + ms);
  Object.assign(data, {
    createdAt: at(0),
    connectivity: 'CONNECTED',
    connectivityAt: at(17_700),
    pullStartedAt: at(22_400),
    pullStoppedAt: at(26_300),
    startedAt: new Date(started),
    executionStoppedAt: new Date(ended),
    stoppingAt: new Date(ended + 10_000),
    version: 6,
  });
  for (const container of data.containers) {
    container.lastStatus = 'STOPPED';
    container.imageDigest = digestOf(container.image ?? '');
    container.runtimeId = `${task.id}-${cluster.ecs.random.digits(10)}`;
    container.networkBindings = [];
    container.exitCode = 0;
  }
}
