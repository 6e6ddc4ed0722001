import type { Task } from '@aws-sdk/client-ecs';
import { endingContainer } from './endingContainer.ts';

/** How far a task is on its way. */
export type TaskStage = 'starting' | 'running' | 'stopping' | 'stopped';

/** A task at a glance: how far it is, and how well that goes. */
export type TaskPhase = TaskStage | 'unhealthy' | 'failed';

const starting = new Set(['PROVISIONING', 'PENDING', 'ACTIVATING']);
const stopping = new Set(['DEACTIVATING', 'STOPPING', 'DEPROVISIONING']);
/** Stop codes that are nobody's fault. */
const orderly = new Set(['ServiceSchedulerInitiated', 'UserInitiated']);

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
export function taskStage({ lastStatus = '', desiredStatus }: Task): TaskStage {
  if (lastStatus === 'STOPPED' || lastStatus === 'DELETED') return 'stopped';
  if (stopping.has(lastStatus) || desiredStatus === 'STOPPED') return 'stopping';
  return starting.has(lastStatus) ? 'starting' : 'running';
}

export function taskPhase(task: Task): TaskPhase {
  const stage = taskStage(task);
  if (stage === 'stopped' && endedBadly(task)) return 'failed';
  return stage === 'running' && task.healthStatus === 'UNHEALTHY' ? 'unhealthy' : stage;
}

/** Whether somebody wanted the task to stop. */
export function isOrderlyStop({ stopCode }: Task): boolean {
  return stopCode !== undefined && orderly.has(stopCode);
}

function endedBadly(task: Task): boolean {
  if (task.stopCode === 'TaskFailedToStart') return true;
  return (
    !isOrderlyStop(task) && !endedWell(task) && (task.containers ?? []).some(({ exitCode }) => exitCode !== undefined)
  );
}

/** Whether a task did what it was started for: the container that ended it did so with 0. */
export function endedWell({ containers = [], stopCode }: Task): boolean {
  if (stopCode === 'TaskFailedToStart') return false;
  return endingContainer(containers)?.exitCode === 0;
}
