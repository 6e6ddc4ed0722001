import type { Cluster } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import type { Consent } from '../connection/gate.ts';
import { AwsError } from '../errors.ts';
import { fetchActiveCluster } from '../read/clusters.ts';
import { changeOrReadBack } from './once.ts';

/** Creates a cluster with the Fargate capacity providers. */
export async function createCluster(connection: Connection, clusterName: string, consent: Consent): Promise<Cluster> {
  const input = { clusterName, capacityProviders: ['FARGATE', 'FARGATE_SPOT'] };
  return changeOrReadBack(connection, {
    operation: 'ecs:CreateCluster',
    send: async () => {
      const { cluster } = await connection.change('ecs', 'CreateCluster', input, consent);
      if (cluster) return cluster;
      throw new AwsError('malformed', 'The answer holds no cluster.', { operation: 'ecs:CreateCluster' });
    },
    findResult: () => fetchActiveCluster(connection, clusterName),
  });
}

/** Deletes a cluster. ECS refuses one that holds services, tasks or instances. */
export async function deleteCluster(connection: Connection, clusterArn: string, consent: Consent): Promise<void> {
  await changeOrReadBack(connection, {
    operation: 'ecs:DeleteCluster',
    send: async () => {
      await connection.change('ecs', 'DeleteCluster', { cluster: clusterArn }, consent);
      return true;
    },
    findResult: async () => ((await fetchActiveCluster(connection, clusterArn)) ? undefined : true),
  });
}
