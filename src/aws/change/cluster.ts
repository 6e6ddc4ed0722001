import type { Cluster } from '@aws-sdk/client-ecs';
import type { ChangeSession } from '../connection/changeSession.ts';
import type { Consent } from '../connection/gate.ts';
import { AwsError } from '../errors.ts';
import { fetchActiveCluster } from '../read/clusters.ts';
import { changeOrReadBack } from './once.ts';

/** Creates a cluster with the Fargate capacity providers. */
export async function createCluster(
  session: ChangeSession,
  clusterName: string,
  consent: Consent,
  signal?: AbortSignal,
): Promise<Cluster> {
  const input = { clusterName, capacityProviders: ['FARGATE', 'FARGATE_SPOT'] };
  return changeOrReadBack(
    session,
    {
      operation: 'ecs:CreateCluster',
      send: async () => {
        const { cluster } = await session.change('ecs', 'CreateCluster', input, consent, signal);
        if (cluster) return cluster;
        throw new AwsError('malformed', 'The answer holds no cluster.', { operation: 'ecs:CreateCluster' });
      },
      findResult: () => fetchActiveCluster(session, clusterName),
    },
    signal,
  );
}

/** Deletes a cluster. ECS refuses one that holds services, tasks or instances. */
export async function deleteCluster(
  session: ChangeSession,
  clusterArn: string,
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  await changeOrReadBack(
    session,
    {
      operation: 'ecs:DeleteCluster',
      send: async () => {
        await session.change('ecs', 'DeleteCluster', { cluster: clusterArn }, consent, signal);
        return true;
      },
      findResult: async () => ((await fetchActiveCluster(session, clusterArn)) ? undefined : true),
    },
    signal,
  );
}
