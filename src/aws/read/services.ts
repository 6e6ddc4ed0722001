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

/** Services by name or ARN; those that do not exist are left out. */
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
  const [service] = await fetchServicesByName(connection, cluster, [name], signal);
  if (!service)
    throw new AwsError('notFound', l10n.t('Service {0} was not found.', name), { operation: 'ecs:DescribeServices' });
  return service;
}

/** A service with its tags, which DescribeServices gives only when asked. Undefined when there is no such service. */
export async function fetchServiceWithTags(
  connection: Connection,
  cluster: string,
  service: string,
  signal?: AbortSignal,
): Promise<Service | undefined> {
  const input = { cluster, services: [service], include: ['TAGS' as const] };
  return (await connection.read('ecs', 'DescribeServices', input, signal)).services?.[0];
}

async function describeBatch(
  connection: Connection,
  cluster: string,
  services: string[],
  signal?: AbortSignal,
): Promise<Service[]> {
  const answer = await connection.read('ecs', 'DescribeServices', { cluster, services }, signal);
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
