import type {
  CreateClusterRequest,
  CreateClusterResponse,
  DeleteClusterRequest,
  DeleteClusterResponse,
  DescribeClustersRequest,
  DescribeClustersResponse,
  ListClustersRequest,
  ListClustersResponse,
  PutClusterCapacityProvidersRequest,
  PutClusterCapacityProvidersResponse,
  UpdateClusterRequest,
  UpdateClusterResponse,
} from '@aws-sdk/client-ecs';
import { ServiceError } from '../../http/serviceError.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import type { ClusterState } from '../clusterState.ts';
import { invalidParameter } from '../errors.ts';
import { describeCluster } from './describeCluster.ts';
import { ecsOf, findCluster, missingArn } from './lookup.ts';
import { pageOfArns } from './paging.ts';

const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const ALL = ['SETTINGS', 'TAGS', 'CONFIGURATIONS'];
const MOST_DESCRIBED = 100;

/** Creating a cluster that is there already gives the one that is there. */
export function createCluster(input: CreateClusterRequest, request: ServiceRequest): CreateClusterResponse {
  const ecs = ecsOf(request);
  const name = input.clusterName ?? 'default';
  if (!NAME.test(name)) throw invalidParameter('Identifier contains invalid characters.');
  const existing = ecs.clusters.get(name);
  if (existing?.status === 'ACTIVE') return { cluster: describeCluster(existing, ALL) };
  const cluster = ecs.addCluster(name);
  cluster.tags = input.tags ?? [];
  apply(cluster, input);
  return { cluster: describeCluster(cluster, ALL) };
}

export function updateCluster(input: UpdateClusterRequest, request: ServiceRequest): UpdateClusterResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  apply(cluster, input);
  return { cluster: describeCluster(cluster, ALL) };
}

export function putClusterCapacityProviders(
  input: PutClusterCapacityProvidersRequest,
  request: ServiceRequest,
): PutClusterCapacityProvidersResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  apply(cluster, input);
  return { cluster: describeCluster(cluster, ALL) };
}

function apply(
  cluster: ClusterState,
  input: CreateClusterRequest | UpdateClusterRequest | PutClusterCapacityProvidersRequest,
): void {
  if ('settings' in input && input.settings) cluster.settings = input.settings;
  if ('configuration' in input && input.configuration) cluster.configuration = input.configuration;
  if ('capacityProviders' in input && input.capacityProviders) {
    for (const name of input.capacityProviders) {
      if (!cluster.ecs.capacityProviders.has(name))
        throw invalidParameter('The specified capacity provider was not found.');
    }
    cluster.capacityProviders = input.capacityProviders;
  }
  if ('defaultCapacityProviderStrategy' in input && input.defaultCapacityProviderStrategy) {
    cluster.defaultStrategy = input.defaultCapacityProviderStrategy;
  }
  const { namespace } = ('serviceConnectDefaults' in input && input.serviceConnectDefaults) || {};
  if (namespace) cluster.serviceConnectDefaults = { namespace };
}

export function deleteCluster(input: DeleteClusterRequest, request: ServiceRequest): DeleteClusterResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  if (cluster.activeServices().length > 0) {
    throw refused('ClusterContainsServicesException', 'Services are active.');
  }
  if (cluster.liveTasks().length > 0) throw refused('ClusterContainsTasksException', 'Tasks are active.');
  if (cluster.instances.size > 0) {
    throw refused('ClusterContainsContainerInstancesException', 'Container Instances are active or draining.');
  }
  cluster.status = 'INACTIVE';
  return { cluster: describeCluster(cluster) };
}

function refused(name: string, why: string): ServiceError {
  return new ServiceError(name, `The Cluster cannot be deleted while ${why}`);
}

export function listClusters(input: ListClustersRequest, request: ServiceRequest): ListClustersResponse {
  const active = [...ecsOf(request).clusters.values()].filter((cluster) => cluster.status === 'ACTIVE');
  const page = pageOfArns(
    active.map((cluster) => cluster.arn),
    'ListClusters',
    input,
  );
  return { clusterArns: page.items, nextToken: page.nextToken };
}

export function describeClusters(input: DescribeClustersRequest, request: ServiceRequest): DescribeClustersResponse {
  const ecs = ecsOf(request);
  const names = input.clusters?.length ? input.clusters : ['default'];
  if (names.length > MOST_DESCRIBED) throw invalidParameter('Clusters cannot have more than 100 elements.');
  const clusters = [];
  const failures = [];
  for (const name of new Set(names)) {
    const cluster = ecs.findCluster(name);
    if (cluster) clusters.push(describeCluster(cluster, input.include));
    else failures.push({ arn: missingArn(ecs, 'cluster', undefined, name), reason: 'MISSING' });
  }
  return { clusters, failures };
}
