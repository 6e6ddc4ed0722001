import type {
  DescribeContainerInstancesRequest,
  DescribeContainerInstancesResponse,
  ListContainerInstancesRequest,
  ListContainerInstancesResponse,
  UpdateContainerInstancesStateRequest,
  UpdateContainerInstancesStateResponse,
} from '@aws-sdk/client-ecs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import type { ClusterState } from '../clusterState.ts';
import { invalidParameter } from '../errors.ts';
import type { InstanceState } from '../instanceState.ts';
import { ecsOf, findCluster, missingArn } from './lookup.ts';
import { pageOfArns } from './paging.ts';

const MOST_DESCRIBED = 100;
const DRAINED = 'Task was stopped because the container instance is in DRAINING state';

export function listContainerInstances(
  input: ListContainerInstancesRequest,
  request: ServiceRequest,
): ListContainerInstancesResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  const hosts = [...cluster.instances.values()].filter((host) => !input.status || host.status === input.status);
  const page = pageOfArns(
    hosts.map((host) => host.arn),
    `ListContainerInstances ${cluster.name} ${input.status}`,
    input,
  );
  return { containerInstanceArns: page.items, nextToken: page.nextToken };
}

export function describeContainerInstances(
  input: DescribeContainerInstancesRequest,
  request: ServiceRequest,
): DescribeContainerInstancesResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  const names = input.containerInstances ?? [];
  if (names.length === 0) throw invalidParameter('Container instances cannot be empty.');
  if (names.length > MOST_DESCRIBED) throw invalidParameter('Container instances cannot have more than 100 elements.');
  const { found, failures } = lookUp(cluster, names);
  return { containerInstances: found.map((host) => host.describe()), failures };
}

/** Draining a host stops its services' tasks, which are started elsewhere. */
export function updateContainerInstancesState(
  input: UpdateContainerInstancesStateRequest,
  request: ServiceRequest,
): UpdateContainerInstancesStateResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  const { status } = input;
  if (status !== 'ACTIVE' && status !== 'DRAINING')
    throw invalidParameter('Container instance status should be one of [ACTIVE, DRAINING].');
  const { found, failures } = lookUp(cluster, input.containerInstances ?? []);
  for (const host of found) {
    host.status = status;
    if (status === 'ACTIVE') continue;
    for (const task of host.tasks) if (task.service) task.life.stop('ServiceSchedulerInitiated', DRAINED);
  }
  return { containerInstances: found.map((host) => host.describe()), failures };
}

function lookUp(
  cluster: ClusterState,
  names: readonly string[],
): { found: InstanceState[]; failures: { arn: string; reason: string }[] } {
  const found: InstanceState[] = [];
  const failures: { arn: string; reason: string }[] = [];
  for (const name of new Set(names)) {
    const host = cluster.instances.get(name.split('/').at(-1) ?? '');
    if (host) found.push(host);
    else failures.push({ arn: missingArn(cluster.ecs, 'container-instance', cluster, name), reason: 'MISSING' });
  }
  return { found, failures };
}
