import type { Connection } from '../../aws/connection/connection.ts';
import { nameOfArn } from '../../ecs/arn.ts';

/** What a command works on, whichever view or file it came from. Names are ARNs unless said otherwise. */
export interface ClusterResource {
  kind: 'cluster';
  connection: Connection;
  clusterArn: string;
}

export interface ServiceResource {
  kind: 'service';
  connection: Connection;
  clusterArn: string;
  serviceArn: string;
}

export interface TaskResource {
  kind: 'task';
  connection: Connection;
  clusterArn: string;
  taskArn: string;
}

export interface ContainerResource {
  kind: 'container';
  connection: Connection;
  clusterArn: string;
  taskArn: string;
  /** Its name in the task definition. */
  container: string;
}

interface RevisionResource {
  kind: 'revision';
  connection: Connection;
  taskDefinitionArn: string;
}

interface FamilyResource {
  kind: 'family';
  connection: Connection;
  family: string;
}

interface InstanceResource {
  kind: 'containerInstance';
  connection: Connection;
  clusterArn: string;
  instanceArn: string;
}

interface CapacityProviderResource {
  kind: 'capacityProvider';
  connection: Connection;
  clusterArn: string;
  name: string;
  /** Empty while it has not been described. */
  arn: string;
}

/** Everything in an account that a row can stand for. */
export type Resource =
  | ClusterResource
  | ServiceResource
  | TaskResource
  | ContainerResource
  | RevisionResource
  | FamilyResource
  | InstanceResource
  | CapacityProviderResource;

/** The ARN of what a row stands for; a container has its task's, a family none. */
export function arnOfResource(resource: Resource): string | undefined {
  switch (resource.kind) {
    case 'cluster':
      return resource.clusterArn;
    case 'service':
      return resource.serviceArn;
    case 'task':
    case 'container':
      return resource.taskArn;
    case 'revision':
      return resource.taskDefinitionArn;
    case 'containerInstance':
      return resource.instanceArn;
    case 'capacityProvider':
      return resource.arn || undefined;
    case 'family':
      return undefined;
  }
}

/** The ARN of the cluster that it stands in, or that it is. */
export function clusterArnOf(resource: Resource | undefined): string | undefined {
  return resource && 'clusterArn' in resource ? resource.clusterArn : undefined;
}

/** The name by which people and other tools call it. */
export function nameOfResource(resource: Resource): string {
  switch (resource.kind) {
    case 'container':
      return resource.container;
    case 'family':
      return resource.family;
    case 'capacityProvider':
      return resource.name;
    default:
      return nameOfArn(arnOfResource(resource) ?? '');
  }
}

/** What in the account a command was given: a row of the tree, or an argument of its form. Undefined from the palette. */
export function resourceOf(argument: unknown): Resource | undefined {
  if (typeof argument !== 'object' || argument === null || !('resource' in argument)) return undefined;
  return (argument as { resource: Resource | undefined }).resource;
}

/** The connection through which a row was read; undefined for one that has none yet, and for what is no row. */
export function connectionOfRow(row: unknown): Connection | undefined {
  if (typeof row !== 'object' || row === null || !('openConnection' in row)) return undefined;
  return (row as { openConnection: Connection | undefined }).openConnection;
}
