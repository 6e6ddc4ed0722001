import type { AwsVpcConfiguration, Service } from '@aws-sdk/client-ecs';
import { fetchClusters } from './clusters.ts';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import { fetchFirstServices } from './services.ts';
import { nameOfArn } from '../../ecs/arn.ts';

/** A network that services of the account run in. */
export interface KnownNetwork {
  configuration: AwsVpcConfiguration;
  /** `cluster/service` of those that use it. */
  users: string[];
}

/** How many services are looked at: whoever has more has them in the same few networks. */
const enough = 200;

/** The networks in which services of the account run, those of the given cluster first; what may not be read is left out. */
export async function fetchKnownNetworks(connection: Connection, clusterArn: string): Promise<KnownNetwork[]> {
  const clusters = await fetchClusters(connection).catch(orNone);
  const others = clusters.filter((one) => one.clusterArn !== clusterArn && one.activeServicesCount !== 0);
  const found = new Map<string, KnownNetwork>();
  let seen = 0;
  for (const arn of [clusterArn, ...others.map((one) => one.clusterArn ?? '')]) {
    const services = await fetchFirstServices(connection, arn).catch(orNone);
    for (const service of services) addNetwork(found, service, nameOfArn(arn));
    seen += services.length;
    if (seen >= enough) break;
  }
  return [...found.values()];
}

function addNetwork(found: Map<string, KnownNetwork>, service: Service, cluster: string): void {
  const configuration = service.networkConfiguration?.awsvpcConfiguration;
  if (!configuration) return;
  const key = JSON.stringify(
    [configuration.subnets, configuration.securityGroups].map((list) => [...(list ?? [])].sort()),
  );
  const known = found.get(key) ?? { configuration, users: [] };
  known.users.push(`${cluster}/${service.serviceName}`);
  found.set(key, known);
}

function orNone(error: unknown): never[] {
  if (error instanceof AwsError && error.kind === 'denied') return [];
  throw error;
}
