import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  Tag,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-ecs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import type { EcsState } from '../ecsState.ts';
import { clusterNotFound, invalidParameter, serviceNotFound } from '../errors.ts';
import { lookUpService } from './lookup.ts';

const MOST_TAGS = 50;

interface Tagged {
  tags?: Tag[];
}

export function listTagsForResource(
  input: ListTagsForResourceRequest,
  request: ServiceRequest,
): ListTagsForResourceResponse {
  return { tags: find(request.region.ecs, input.resourceArn).tags ?? [] };
}

export function tagResource(input: TagResourceRequest, request: ServiceRequest): object {
  const resource = find(request.region.ecs, input.resourceArn);
  const given = input.tags ?? [];
  if (given.length === 0) throw invalidParameter('Tags can not be empty.');
  if (given.some((tag) => tag.key?.toLowerCase().startsWith('aws:'))) {
    throw invalidParameter('Some of the specified tags are invalid. System tags cannot be added/updated by requester.');
  }
  const kept = (resource.tags ?? []).filter((tag) => !given.some((other) => other.key === tag.key));
  if (kept.length + given.length > MOST_TAGS) throw invalidParameter('The number of tags exceeds the limit of 50.');
  resource.tags = [...kept, ...given];
  return {};
}

export function untagResource(input: UntagResourceRequest, request: ServiceRequest): object {
  const resource = find(request.region.ecs, input.resourceArn);
  resource.tags = (resource.tags ?? []).filter((tag) => !input.tagKeys?.includes(tag.key ?? ''));
  return {};
}

function find(ecs: EcsState, arn = ''): Tagged {
  const prefix = ecs.arn('');
  if (!arn.startsWith(prefix))
    throw invalidParameter('Invalid identifier: Identifier is for another region or account, or is not an ARN.');
  const [kind = '', ...path] = arn.slice(prefix.length).split('/');
  const cluster = ecs.clusters.get(path[0] ?? '');
  if (kind === 'task-definition')
    return found(
      ecs.taskDefinitions.find(arn),
      invalidParameter('The specified task definition is inactive. Specify an active task definition and try again.'),
    );
  if (kind === 'capacity-provider')
    return found(
      ecs.capacityProviders.get(path[0] ?? ''),
      invalidParameter('The specified capacity provider was not found.'),
    );
  if (!cluster || cluster.status === 'INACTIVE') throw clusterNotFound();
  if (kind === 'cluster') return cluster;
  if (kind === 'service') return found(lookUpService(cluster, arn), serviceNotFound());
  if (kind === 'task')
    return found(
      cluster.tasks.get(path[1] ?? '')?.data,
      invalidParameter('The specified task is stopped. Specify a running task and try again.'),
    );
  throw invalidParameter(`Tags cannot be applied to ${kind}.`);
}

function found<T>(resource: T | undefined, error: Error): T {
  if (resource === undefined) throw error;
  return resource;
}
