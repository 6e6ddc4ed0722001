import type { Container, Task } from '@aws-sdk/client-ecs';

/** A task at a glance. */
export type TaskPhase = 'starting' | 'running' | 'unhealthy' | 'stopping' | 'stopped' | 'failed';

const starting = new Set(['PROVISIONING', 'PENDING', 'ACTIVATING']);
const stopping = new Set(['DEACTIVATING', 'STOPPING', 'DEPROVISIONING']);
/** Stop codes that are nobody's fault. */
const orderly = new Set(['ServiceSchedulerInitiated', 'UserInitiated']);

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
export function taskPhase(task: Task): TaskPhase {
  const status = task.lastStatus ?? '';
  if (status === 'STOPPED' || status === 'DELETED') return endedBadly(task) ? 'failed' : 'stopped';
  if (stopping.has(status) || task.desiredStatus === 'STOPPED') return 'stopping';
  if (starting.has(status)) return 'starting';
  return task.healthStatus === 'UNHEALTHY' ? 'unhealthy' : 'running';
}

function endedBadly(task: Task): boolean {
  if (task.stopCode === 'TaskFailedToStart') return true;
  if (task.stopCode !== undefined && orderly.has(task.stopCode)) return false;
  return (task.containers ?? []).some((container) => container.exitCode !== undefined && container.exitCode !== 0);
}

/** Why a task stopped, in ECS's own words: the container's reason says more than the task's where both are there. */
export function stopReason(task: Task): string | undefined {
  const container = (task.containers ?? []).find((one) => one.reason);
  if (container?.reason && task.stoppedReason) return `${task.stoppedReason} (${container.name}: ${container.reason})`;
  return container?.reason ?? task.stoppedReason;
}

/** `app exited with 137` for each container that ended with a code other than 0. */
export function badExits(task: Task): { name: string; exitCode: number }[] {
  return (task.containers ?? []).flatMap(({ name = '', exitCode }: Container) =>
    exitCode ? [{ name, exitCode }] : [],
  );
}
