import { familyOf, nameOfArn } from '../../ecs/arn.ts';
import { fetchClusters } from './clusters.ts';
import type { Connection } from '../connection/connection.ts';
import { fetchServices } from './services.ts';
import { fetchTasks } from './tasks.ts';

/** What in the account still needs revisions: services of all clusters, by ARN of the revision. */
export async function fetchRevisionUsers(
  connection: Connection,
  revisions: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string[]>> {
  const users = new Map<string, string[]>();
  const note = (revision: string | undefined, user: string): void => {
    if (revision === undefined || !revisions.includes(revision)) return;
    const known = users.get(revision) ?? [];
    if (!known.includes(user)) users.set(revision, [...known, user]);
  };
  for (const { clusterArn = '' } of await fetchClusters(connection, signal)) {
    for (const service of await fetchServices(connection, clusterArn, { signal })) {
      const user = `${nameOfArn(clusterArn)}/${service.serviceName}`;
      note(service.taskDefinition, user);
      for (const one of [...(service.deployments ?? []), ...(service.taskSets ?? [])]) note(one.taskDefinition, user);
    }
    for (const family of new Set(revisions.map(familyOf))) {
      const tasks = await fetchTasks(connection, { cluster: clusterArn, family }, signal);
      for (const task of tasks) note(task.taskDefinitionArn, `${nameOfArn(clusterArn)}/${task.group ?? 'task'}`);
    }
  }
  return users;
}
