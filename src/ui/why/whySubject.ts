import type { Task } from '@aws-sdk/client-ecs';
import type { Connection } from '../../aws/connection/connection.ts';
import type { ServiceResource, TaskResource } from '../common/resource.ts';
import { isRecord } from '../webview/protocol.ts';

/** What somebody asks about. */
export type AskedResource = TaskResource | ServiceResource;

export interface WhySubject {
  resource: AskedResource;
  account: string;
  /** As the tree knows it: ECS forgets a stopped task after an hour. */
  task?: Task | undefined;
}

/** The same as VS Code keeps it over a reload: names alone. */
export interface KeptSubject {
  kind: AskedResource['kind'];
  profile: string;
  region: string;
  account: string;
  clusterArn: string;
  arn: string;
}

export function arnOf(resource: AskedResource): string {
  return resource.kind === 'task' ? resource.taskArn : resource.serviceArn;
}

export function keptSubject({ resource, account }: WhySubject): KeptSubject {
  const { kind, clusterArn, connection } = resource;
  const { profileLabel: profile, region } = connection;
  return { kind, profile, region, account, clusterArn, arn: arnOf(resource) };
}

/** What was kept; undefined where an older version kept something else. */
export function readKeptSubject(kept: unknown): KeptSubject | undefined {
  if (!isRecord(kept)) return undefined;
  const { kind, profile, region, account, clusterArn, arn } = kept;
  const texts = [profile, region, account, clusterArn, arn];
  if ((kind !== 'task' && kind !== 'service') || !texts.every((one) => typeof one === 'string')) return undefined;
  return kept as unknown as KeptSubject;
}

export function subjectOf({ kind, clusterArn, arn, account }: KeptSubject, connection: Connection): WhySubject {
  const resource: AskedResource =
    kind === 'task'
      ? { kind, connection, clusterArn, taskArn: arn }
      : { kind, connection, clusterArn, serviceArn: arn };
  return { resource, account };
}
