import type { DesiredStatus, Task } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { batches, collect, listAndDescribe } from '../paging.ts';

/** DescribeTasks takes a hundred ARNs a call. */
const batchSize = 100;

export interface TaskQuery {
  cluster: string;
  /** Name of the service; without it all tasks of the cluster. */
  service?: string | undefined;
  /** Of which they are revisions; not together with a service. */
  family?: string | undefined;
  /** ECS lists RUNNING (and all that is on its way there) when absent. */
  desiredStatus?: DesiredStatus | undefined;
}

/** All tasks that the query names: one call for each hundred ARNs and one for each hundred tasks. */
export function fetchTasks(connection: Connection, query: TaskQuery, signal?: AbortSignal): Promise<Task[]> {
  const list = listing(connection, query, signal);
  return listAndDescribe({
    batchSize,
    list: async (nextToken) => {
      const { taskArns = [], nextToken: next } = await list(nextToken);
      return { arns: taskArns, nextToken: next };
    },
    describe: (tasks) => describeBatch(connection, query.cluster, tasks, signal),
  });
}

/** ARNs of all tasks that the query names: one call for each hundred. */
export function fetchTaskArns(connection: Connection, query: TaskQuery, signal?: AbortSignal): Promise<string[]> {
  return collect(listing(connection, query, signal), ({ taskArns }) => taskArns);
}

function listing(connection: Connection, query: TaskQuery, signal?: AbortSignal) {
  const { cluster, service: serviceName, family, desiredStatus } = query;
  const input = { cluster, serviceName, family, desiredStatus, maxResults: 100 };
  return (nextToken?: string) => connection.read('ecs', 'ListTasks', { ...input, nextToken }, signal);
}

/** Tasks by ARN or id; those that ECS has forgotten are left out. */
export async function fetchTasksByArn(
  connection: Connection,
  cluster: string,
  arns: readonly string[],
  signal?: AbortSignal,
): Promise<Task[]> {
  const answers = await Promise.all(
    batches(arns, batchSize).map((batch) => describeBatch(connection, cluster, batch, signal)),
  );
  return answers.flat();
}

async function describeBatch(
  connection: Connection,
  cluster: string,
  tasks: string[],
  signal?: AbortSignal,
): Promise<Task[]> {
  const answer = await connection.read('ecs', 'DescribeTasks', { cluster, tasks }, signal);
  return (answer.tasks ?? []).map((task) => ({ ...task, clusterArn: task.clusterArn ?? cluster }));
}
