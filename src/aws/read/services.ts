import type { Failure, Service } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import { batches, collect, listAndDescribe } from '../paging.ts';

/** DescribeServices takes ten names a call. */
const batchSize = 10;

export interface FetchServicesOptions {
  signal?: AbortSignal | undefined;
  /** Called as answers arrive, in any order. */
  onBatch?: ((services: Service[]) => void) | undefined;
  /** Which ARNs are described; all unless given. */
  matches?: ((serviceArn: string) => boolean) | undefined;
}

/** All services of a cluster: one call for each hundred names and one for each ten services. */
export function fetchServices(
  connection: Connection,
  cluster: string,
  options: FetchServicesOptions = {},
): Promise<Service[]> {
  return listAndDescribe({
    batchSize,
    onBatch: options.onBatch,
    list: async (nextToken) => {
      const page = await connection.read(
        'ecs',
        'ListServices',
        { cluster, maxResults: 100, nextToken },
        options.signal,
      );
      const { serviceArns = [], nextToken: next } = page;
      return { arns: options.matches ? serviceArns.filter(options.matches) : serviceArns, nextToken: next };
    },
    describe: (services) => describeBatch(connection, cluster, services, options.signal),
  });
}

/** Up to a hundred services of a cluster: eleven calls. */
export async function fetchFirstServices(
  connection: Connection,
  cluster: string,
  signal?: AbortSignal,
): Promise<Service[]> {
  const { serviceArns = [] } = await connection.read('ecs', 'ListServices', { cluster, maxResults: 100 }, signal);
  return fetchServicesByName(connection, cluster, serviceArns, signal);
}

/** ARNs of all services of a cluster, which hold their names: one call for each hundred. */
export function fetchServiceArns(connection: Connection, cluster: string, signal?: AbortSignal): Promise<string[]> {
  return collect(
    (nextToken) => connection.read('ecs', 'ListServices', { cluster, maxResults: 100, nextToken }, signal),
    ({ serviceArns }) => serviceArns,
  );
}

/** Services, with their tags, by name or ARN; those that do not exist are left out. */
export async function fetchServicesByName(
  connection: Connection,
  cluster: string,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<Service[]> {
  const answers = await Promise.all(
    batches(names, batchSize).map((batch) => describeBatch(connection, cluster, batch, signal)),
  );
  return answers.flat();
}

/** One service. Throws AwsError notFound when ECS does not know it. */
export async function fetchService(
  connection: Connection,
  cluster: string,
  name: string,
  signal?: AbortSignal,
): Promise<Service> {
  const service = await findService(connection, cluster, name, signal);
  if (!service)
    throw new AwsError('notFound', l10n.t('Service {0} was not found.', name), { operation: 'ecs:DescribeServices' });
  return service;
}

/** One service, by name or ARN, or undefined when there is none. */
export async function findService(
  connection: Connection,
  cluster: string,
  name: string,
  signal?: AbortSignal,
): Promise<Service | undefined> {
  return (await fetchServicesByName(connection, cluster, [name], signal))[0];
}

async function describeBatch(
  connection: Connection,
  cluster: string,
  services: string[],
  signal?: AbortSignal,
): Promise<Service[]> {
  // The tags tell that a service is paused, and to what count it returns.
  const input = { cluster, services, include: ['TAGS' as const] };
  const answer = await connection.read('ecs', 'DescribeServices', input, signal);
  const found = answer.services ?? [];
  return [
    ...found.map((service) => ({ ...service, clusterArn: service.clusterArn ?? cluster })),
    ...unread(answer.failures, cluster),
  ];
}

/** Services that are there, but of which no more is said than their ARN. */
function unread(failures: readonly Failure[] = [], cluster: string): Service[] {
  return failures.flatMap(({ arn, reason }) =>
    arn?.startsWith('arn:') && reason !== 'MISSING' ? [{ serviceArn: arn, clusterArn: cluster }] : [],
  );
}
