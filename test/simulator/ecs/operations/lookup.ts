import type { ServiceRequest } from '../../serviceDefinition.ts';
import type { ClusterState } from '../clusterState.ts';
import { clusterNotFound, invalidParameter, serviceNotFound } from '../errors.ts';
import type { EcsState } from '../ecsState.ts';
import type { ServiceState } from '../serviceState.ts';
import type { TaskState } from '../taskState.ts';

const TASK_ID = /^[0-9a-f]{32}$/;

export function ecsOf(request: ServiceRequest): EcsState {
  return request.region.ecs;
}

/** The cluster that a request names, `default` when it names none; it must be there, and ACTIVE. */
export function findCluster(ecs: EcsState, nameOrArn = 'default'): ClusterState {
  const cluster = ecs.findCluster(nameOrArn);
  if (!cluster) throw clusterNotFound();
  if (cluster.status === 'INACTIVE') throw clusterInactive();
  return cluster;
}

function clusterInactive(): Error {
  const error = clusterNotFound();
  error.message = 'The referenced cluster was inactive.';
  return error;
}

/** By name or ARN within a cluster; an ARN of another cluster is none. */
export function lookUpService(cluster: ClusterState, nameOrArn: string): ServiceState | undefined {
  const service = cluster.services.get(nameOrArn.split('/').at(-1) ?? '');
  return service && (!nameOrArn.startsWith('arn:') || sameService(service, nameOrArn)) ? service : undefined;
}

export function findService(cluster: ClusterState, nameOrArn: string): ServiceState {
  const service = lookUpService(cluster, nameOrArn);
  if (!service) throw serviceNotFound();
  return service;
}

function sameService(service: ServiceState, arn: string): boolean {
  return arn === service.arn || arn === service.cluster.ecs.arn(`service/${service.name}`);
}

/** By id or ARN within a cluster. */
export function lookUpTask(cluster: ClusterState, idOrArn: string): TaskState | undefined {
  const id = idOrArn.split('/').at(-1) ?? '';
  if (!idOrArn.startsWith('arn:') && id.length !== 32 && id.length !== 36) {
    throw invalidParameter('taskId length should be one of [32,36]');
  }
  return TASK_ID.test(id) ? cluster.tasks.get(id) : undefined;
}

/** The ARN that `failures` show for something that was named but is not there. */
export function missingArn(ecs: EcsState, kind: string, cluster: ClusterState | undefined, nameOrArn: string): string {
  if (nameOrArn.startsWith('arn:')) return nameOrArn;
  return ecs.arn(cluster ? `${kind}/${cluster.name}/${nameOrArn}` : `${kind}/${nameOrArn}`);
}

/** The resource that AccessDenied texts name. */
export function resourceArn(input: Record<string, unknown>, request: ServiceRequest): string {
  const ecs = ecsOf(request);
  const cluster = typeof input['cluster'] === 'string' ? input['cluster'].split('/').at(-1) : 'default';
  const service = input['service'] ?? input['serviceName'];
  if (typeof service === 'string') return ecs.arn(`service/${cluster}/${service.split('/').at(-1)}`);
  if (typeof input['task'] === 'string') return ecs.arn(`task/${cluster}/${input['task'].split('/').at(-1)}`);
  if (typeof input['taskDefinition'] === 'string') {
    return ecs.arn(`task-definition/${input['taskDefinition'].split('/').at(-1)}`);
  }
  return typeof input['cluster'] === 'string' ? ecs.arn(`cluster/${cluster}`) : '*';
}
