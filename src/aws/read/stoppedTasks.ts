import type { Task } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import { serviceNameOf } from '../../ecs/task/serviceNameOf.ts';
import { fetchTasks } from './tasks.ts';

/**
 * The stopped tasks of a service that ECS still remembers, which it does for an hour. Some answers to a listing by
 * service leave stopped tasks out, so an empty one is checked against the cluster's, where `group` names the service.
 */
export async function fetchStoppedTasks(
  connection: Connection,
  query: { cluster: string; service: string },
  signal?: AbortSignal,
): Promise<Task[]> {
  const { cluster, service } = query;
  const listed = await fetchTasks(connection, { cluster, service, desiredStatus: 'STOPPED' }, signal).catch(
    (error: unknown) => {
      // A service that was deleted is no longer known, its tasks are.
      if (error instanceof AwsError && error.code === 'ServiceNotFoundException') return [];
      throw error;
    },
  );
  if (listed.length > 0) return listed;
  const all = await fetchTasks(connection, { cluster, desiredStatus: 'STOPPED' }, signal);
  return all.filter((task) => serviceNameOf(task) === service);
}

/** Tasks of a cluster that no service started: those that run, and those that have stopped within the last hour. */
export async function fetchStandaloneTasks(
  connection: Connection,
  cluster: string,
  signal?: AbortSignal,
): Promise<Task[]> {
  const [live, stopped] = await Promise.all([
    fetchTasks(connection, { cluster }, signal),
    fetchTasks(connection, { cluster, desiredStatus: 'STOPPED' }, signal),
  ]);
  const seen = new Map([...live, ...stopped].map((task) => [task.taskArn, task]));
  return [...seen.values()].filter((task) => serviceNameOf(task) === undefined);
}
