import type { Cluster } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import type { Consent } from '../connection/gate.ts';
import { changeOrReadBack } from './readBack.ts';

/** A cluster by name or ARN, or undefined when there is none that is ACTIVE. */
export async function fetchActiveCluster(
  connection: Connection,
  cluster: string,
  signal?: AbortSignal,
): Promise<Cluster | undefined> {
  const { clusters = [] } = await connection.read('ecs', 'DescribeClusters', { clusters: [cluster] }, signal);
  return clusters.find(({ status }) => status !== 'INACTIVE');
}

/** Creates a cluster with the Fargate capacity providers. */
export async function createCluster(connection: Connection, clusterName: string, consent: Consent): Promise<Cluster> {
  const input = { clusterName, capacityProviders: ['FARGATE', 'FARGATE_SPOT'] };
  return changeOrReadBack(
    {
      operation: 'ecs:CreateCluster',
      send: async () => {
        const { cluster } = await connection.change('ecs', 'CreateCluster', input, consent);
        if (cluster) return cluster;
        throw new AwsError('malformed', 'The answer holds no cluster.', { operation: 'ecs:CreateCluster' });
      },
      findResult: () => fetchActiveCluster(connection, clusterName),
    },
    connection.timer,
  );
}

/** Deletes a cluster. ECS refuses one that holds services, tasks or instances. */
export async function deleteCluster(connection: Connection, clusterArn: string, consent: Consent): Promise<void> {
  await changeOrReadBack(
    {
      operation: 'ecs:DeleteCluster',
      send: async () => {
        await connection.change('ecs', 'DeleteCluster', { cluster: clusterArn }, consent);
        return true;
      },
      findResult: async () => ((await fetchActiveCluster(connection, clusterArn)) ? undefined : true),
    },
    connection.timer,
  );
}
