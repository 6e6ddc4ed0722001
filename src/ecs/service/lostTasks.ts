import type { Service } from '@aws-sdk/client-ecs';
import { saysRollback } from '../deployment/rollout.ts';

/** Minutes of events that are looked at: ECS waits up to a quarter of an hour between two starts of what keeps failing. */
export const lostTasksMinutes = 15;

/**
 * How many tasks at least ended by themselves of late. A service whose tasks die and are replaced has all its tasks
 * running whenever one looks, and its rollout is completed: only the events tell it from one that is well. What was
 * started and neither stopped by ECS nor runs now has ended; tasks that fail their health checks are named one by one.
 */
export function lostTasks(service: Service, now: number): number {
  const since = now - lostTasksMinutes * 60_000;
  const recent = (service.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= since);
  // Newest first. What died before the last deployment ended says nothing of what runs since.
  const settled = recent.findIndex(({ message = '' }) => /deployment completed/.test(message) || saysRollback(message));
  const messages = recent.slice(0, settled < 0 ? undefined : settled).map(({ message = '' }) => message);
  const sum = (pattern: RegExp): number =>
    messages.reduce((total, message) => total + Number(pattern.exec(message)?.[1] ?? 0), 0);
  const started = sum(/has started (\d+) tasks/);
  const stopped = sum(/has stopped (\d+) running tasks/);
  const alive = (service.runningCount ?? 0) + (service.pendingCount ?? 0);
  const unhealthy = messages.filter((message) => /failed container health checks/.test(message)).length;
  return Math.max(0, started - stopped - alive) + unhealthy;
}
