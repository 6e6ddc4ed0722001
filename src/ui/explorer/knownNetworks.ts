import type { AwsVpcConfiguration } from '@aws-sdk/client-ecs';
import { fetchClusters } from '../../aws/clusters.ts';
import type { Connection } from '../../aws/connection.ts';
import { fetchServices } from '../../aws/services.ts';

/** A network that services of the account run in. */
export interface KnownNetwork {
  configuration: AwsVpcConfiguration;
  /** `cluster/service` of those that use it. */
  users: string[];
}

/** The networks in which services of the account run, those of the given cluster first. */
export async function fetchKnownNetworks(connection: Connection, clusterArn: string): Promise<KnownNetwork[]> {
  const clusters = await fetchClusters(connection);
  const ordered = clusters.sort((a, b) => Number(b.clusterArn === clusterArn) - Number(a.clusterArn === clusterArn));
  const found = new Map<string, KnownNetwork>();
  for (const cluster of ordered.filter(({ activeServicesCount }) => activeServicesCount)) {
    for (const service of await fetchServices(connection, cluster.clusterArn ?? '')) {
      const configuration = service.networkConfiguration?.awsvpcConfiguration;
      if (!configuration) continue;
      const key = JSON.stringify(
        [configuration.subnets, configuration.securityGroups].map((list) => [...(list ?? [])].sort()),
      );
      const known = found.get(key) ?? { configuration, users: [] };
      known.users.push(`${cluster.clusterName}/${service.serviceName}`);
      found.set(key, known);
    }
  }
  return [...found.values()];
}
