import type { ContainerInstance } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { listAndDescribe } from '../paging.ts';

/** All container instances of a cluster, with resources: one call for each hundred ARNs and one for each hundred. */
export function fetchContainerInstances(
  connection: Connection,
  cluster: string,
  signal?: AbortSignal,
): Promise<ContainerInstance[]> {
  return listAndDescribe({
    batchSize: 100,
    list: async (nextToken) => {
      const input = { cluster, maxResults: 100, nextToken };
      const page = await connection.read('ecs', 'ListContainerInstances', input, signal);
      return { arns: page.containerInstanceArns ?? [], nextToken: page.nextToken };
    },
    describe: async (containerInstances) => {
      const input = { cluster, containerInstances };
      const answer = await connection.read('ecs', 'DescribeContainerInstances', input, signal);
      return answer.containerInstances ?? [];
    },
  });
}
