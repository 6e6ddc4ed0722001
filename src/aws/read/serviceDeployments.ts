import type { ServiceDeployment, ServiceDeploymentBrief, ServiceRevision } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { batches } from '../paging.ts';

/** DescribeServiceDeployments and DescribeServiceRevisions take twenty ARNs a call. */
const batchSize = 20;

export interface ServiceDeploymentQuery {
  cluster: string;
  /** Name or ARN. */
  service: string;
  /** How many of the newest are wanted: at most a hundred. */
  limit: number;
}

/** A service's newest deployments of the last 90 days, newest first, one call. */
export async function fetchServiceDeploymentBriefs(
  connection: Connection,
  { cluster, service, limit }: ServiceDeploymentQuery,
  signal?: AbortSignal,
): Promise<ServiceDeploymentBrief[]> {
  const input = { cluster, service, maxResults: limit };
  const answer = await connection.read('ecs', 'ListServiceDeployments', input, signal);
  const briefs = answer.serviceDeployments ?? [];
  return [...briefs].sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
}

/** Service deployments by ARN, in the order of the ARNs; those that ECS has forgotten are left out. */
export async function fetchServiceDeployments(
  connection: Connection,
  arns: readonly string[],
  signal?: AbortSignal,
): Promise<ServiceDeployment[]> {
  const answers = await Promise.all(
    batches(arns, batchSize).map((serviceDeploymentArns) =>
      connection.read('ecs', 'DescribeServiceDeployments', { serviceDeploymentArns }, signal),
    ),
  );
  const found = answers.flatMap((answer) => answer.serviceDeployments ?? []);
  return arns.flatMap((arn) => found.filter((one) => one.serviceDeploymentArn === arn));
}

/** Service revisions by ARN: what exactly a deployment rolled out. */
export async function fetchServiceRevisions(
  connection: Connection,
  arns: readonly string[],
  signal?: AbortSignal,
): Promise<ServiceRevision[]> {
  const answers = await Promise.all(
    batches([...new Set(arns)], batchSize).map((serviceRevisionArns) =>
      connection.read('ecs', 'DescribeServiceRevisions', { serviceRevisionArns }, signal),
    ),
  );
  return answers.flatMap((answer) => answer.serviceRevisions ?? []);
}
