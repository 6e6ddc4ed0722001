import type { Cluster } from '@aws-sdk/client-ecs';
import { nameOfArn } from '../../ecs/arn.ts';
import type { Connection } from '../connection/connection.ts';
import { collect, listAndDescribe } from '../paging.ts';

/** ARNs of all clusters, which hold their names: one call for each hundred. */
export function fetchClusterArns(connection: Connection, signal?: AbortSignal): Promise<string[]> {
  return collect(
    (nextToken) => connection.read('ecs', 'ListClusters', { maxResults: 100, nextToken }, signal),
    ({ clusterArns }) => clusterArns,
  );
}

/** All clusters of the connection, with counts. Two calls for up to 100 clusters. */
export function fetchClusters(connection: Connection, signal?: AbortSignal): Promise<Cluster[]> {
  return listAndDescribe({
    batchSize: 100,
    list: async (nextToken) => {
      const page = await connection.read('ecs', 'ListClusters', { maxResults: 100, nextToken }, signal);
      return { arns: page.clusterArns ?? [], nextToken: page.nextToken };
    },
    describe: async (clusters) => {
      const answer = await connection.read('ecs', 'DescribeClusters', { clusters, include: ['STATISTICS'] }, signal);
      const { clusters: found = [], failures = [] } = answer;
      return [
        ...found.map((cluster) => ({ ...cluster, clusterArn: cluster.clusterArn ?? arnOf(cluster, clusters) })),
        // Those that are there, but of which no more is said than their ARN.
        ...failures.flatMap(({ arn, reason }) => (arn && reason !== 'MISSING' ? [{ clusterArn: arn }] : [])),
      ];
    },
  });
}

/** A cluster by name or ARN, or undefined when there is none that is ACTIVE. */
export async function fetchActiveCluster(
  connection: Connection,
  cluster: string,
  signal?: AbortSignal,
): Promise<Cluster | undefined> {
  const { clusters = [] } = await connection.read('ecs', 'DescribeClusters', { clusters: [cluster] }, signal);
  return clusters.find(({ status }) => status !== 'INACTIVE');
}

function arnOf({ clusterName }: Cluster, arns: readonly string[]): string | undefined {
  return arns.find((arn) => nameOfArn(arn) === clusterName);
}
