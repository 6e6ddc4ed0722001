import type { Task } from '@aws-sdk/client-ecs';
import { taskPhase } from './taskStatus.ts';

/** Reasons with which the service scheduler takes a task away because it is ill, not because it is no longer wanted. */
const illness = /failed (ELB|container) health checks|unhealthy/i;

/** The stopped tasks of a deployment that failed, newest first: those that never ran, died or were found unhealthy. */
export function failedTasks(tasks: readonly Task[], deploymentId: string): Task[] {
  return tasks
    .filter((task) => task.startedBy === deploymentId && hasFailed(task))
    .sort((a, b) => moment(b) - moment(a));
}

function hasFailed(task: Task): boolean {
  if (task.lastStatus !== 'STOPPED' && task.desiredStatus !== 'STOPPED') return false;
  if (task.stopCode === 'UserInitiated') return false;
  if (illness.test(task.stoppedReason ?? '')) return true;
  return taskPhase({ ...task, lastStatus: 'STOPPED' }) === 'failed' || task.stopCode === 'EssentialContainerExited';
}

function moment(task: Task): number {
  return (task.stoppedAt ?? task.stoppingAt ?? task.createdAt ?? new Date(0)).getTime();
}
