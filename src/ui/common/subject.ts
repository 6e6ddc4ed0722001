import type { Connection } from '../../aws/connection/connection.ts';
import { nameOfArn } from '../../ecs/arn.ts';
import type { Target } from './targets.ts';

interface RevisionSubject {
  kind: 'revision';
  connection: Connection;
  taskDefinitionArn: string;
}

interface FamilySubject {
  kind: 'family';
  connection: Connection;
  family: string;
}

interface InstanceSubject {
  kind: 'containerInstance';
  connection: Connection;
  clusterArn: string;
  instanceArn: string;
}

interface CapacityProviderSubject {
  kind: 'capacityProvider';
  connection: Connection;
  clusterArn: string;
  name: string;
  /** Empty while it has not been described. */
  arn: string;
}

/** Everything in an account that a row can stand for. */
export type Subject = Target | RevisionSubject | FamilySubject | InstanceSubject | CapacityProviderSubject;

/** The ARN of what a row stands for; a container has its task's, a family none. */
export function arnOfSubject(subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'cluster':
      return subject.clusterArn;
    case 'service':
      return subject.serviceArn;
    case 'task':
    case 'container':
      return subject.taskArn;
    case 'revision':
      return subject.taskDefinitionArn;
    case 'containerInstance':
      return subject.instanceArn;
    case 'capacityProvider':
      return subject.arn || undefined;
    case 'family':
      return undefined;
  }
}

/** The name by which people and other tools call it. */
export function nameOfSubject(subject: Subject): string {
  switch (subject.kind) {
    case 'container':
      return subject.container;
    case 'family':
      return subject.family;
    case 'capacityProvider':
      return subject.name;
    default:
      return nameOfArn(arnOfSubject(subject) ?? '');
  }
}
