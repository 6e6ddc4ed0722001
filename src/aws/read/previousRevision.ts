import type { Service, ServiceDeploymentBrief } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { fetchServiceRevisions } from './serviceDeployments.ts';
import { fetchLatestRevision } from './taskDefinitions.ts';

/** How many candidates are looked at: each may have been deregistered. */
const most = 20;

/**
 * The task definition of the newest deployment that completed with another revision than the one that runs, as long as
 * it is still ACTIVE. `briefs` are the service's deployments, newest first.
 */
export async function fetchPreviousRevision(
  connection: Connection,
  service: Service,
  briefs: readonly ServiceDeploymentBrief[],
  signal?: AbortSignal,
): Promise<string | undefined> {
  const completed = briefs.filter(({ status }) => status === 'SUCCESSFUL');
  const arns = completed.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []);
  if (arns.length === 0) return undefined;
  const revisions = await fetchServiceRevisions(connection, arns, signal);
  const definitions = arns
    .map((arn) => revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === arn)?.taskDefinition)
    .filter((definition) => definition !== undefined && definition !== service.taskDefinition);
  for (const definition of [...new Set(definitions)].slice(0, most)) {
    const found = definition && (await fetchLatestRevision(connection, definition, signal));
    if (found && found.taskDefinition.status !== 'INACTIVE') return definition;
  }
  return undefined;
}
