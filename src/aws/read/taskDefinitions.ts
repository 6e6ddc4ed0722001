import type { Tag, TaskDefinition } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { familyOf, revisionOf } from '../../ecs/arn.ts';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import { collect } from '../paging.ts';

export interface DescribedTaskDefinition {
  taskDefinition: TaskDefinition;
  tags: Tag[];
}

/** A revision by ARN, `family:revision`, or a family's latest ACTIVE one. Throws AwsError notFound. */
export async function fetchTaskDefinition(
  connection: Connection,
  name: string,
  signal?: AbortSignal,
): Promise<DescribedTaskDefinition> {
  const found = await fetchLatestRevision(connection, name, signal);
  if (found) return found;
  const message = l10n.t('Task definition {0} was not found.', name);
  throw new AwsError('notFound', message, { operation: 'ecs:DescribeTaskDefinition' });
}

/** A family's latest ACTIVE revision, or undefined when it has none. */
export async function fetchLatestRevision(
  connection: Connection,
  family: string,
  signal?: AbortSignal,
): Promise<DescribedTaskDefinition | undefined> {
  try {
    const input = { taskDefinition: family, include: ['TAGS' as const] };
    const answer = await connection.read('ecs', 'DescribeTaskDefinition', input, signal);
    if (!answer.taskDefinition) return undefined;
    return { taskDefinition: answer.taskDefinition, tags: answer.tags ?? [] };
  } catch (error) {
    if (error instanceof AwsError && isUnknownFamily(error)) return undefined;
    throw error;
  }
}

/**
 * The newest revision number of a family that is known, 0 for a family without any: ECS counts on from revisions that
 * were deregistered, too. `latest` is the family's latest ACTIVE revision.
 */
export async function fetchHighestRevision(
  connection: Connection,
  family: string,
  latest: TaskDefinition | undefined,
  signal?: AbortSignal,
): Promise<number> {
  const active = latest?.revision ?? 0;
  try {
    const { arns } = await listRevisions(connection, family, { status: 'INACTIVE', maxResults: 1 }, signal);
    return Math.max(active, ...arns.map((arn) => revisionOf(arn) ?? 0));
  } catch (error) {
    // It is only for the question that is asked: who may register need not be allowed to list.
    if (error instanceof AwsError && error.kind !== 'aborted') return active;
    throw error;
  }
}

/** ECS answers an unknown family with a ClientException of the first text and no code of its own, emulators as they like. */
function isUnknownFamily({ kind, message }: AwsError): boolean {
  if (kind !== 'invalid' && kind !== 'notFound' && kind !== 'unknown') return false;
  return /Unable to describe task definition|task ?definition\b.*(not found|does not exist)/i.test(message);
}

/** Names of all families with an ACTIVE revision. */
export function fetchFamilies(connection: Connection, signal?: AbortSignal): Promise<string[]> {
  return listFamilies(connection, 'ACTIVE', signal);
}

/** Names of all families, those without an ACTIVE revision apart. */
export async function fetchAllFamilies(
  connection: Connection,
  signal?: AbortSignal,
): Promise<{ active: string[]; inactive: string[] }> {
  const [active, inactive] = await Promise.all([
    listFamilies(connection, 'ACTIVE', signal),
    listFamilies(connection, 'INACTIVE', signal),
  ]);
  const known = new Set(active);
  return { active, inactive: inactive.filter((name) => !known.has(name)) };
}

function listFamilies(connection: Connection, status: RevisionStatus, signal?: AbortSignal): Promise<string[]> {
  return collect(
    (nextToken) => connection.read('ecs', 'ListTaskDefinitionFamilies', { status, maxResults: 100, nextToken }, signal),
    ({ families }) => families,
  );
}

/** ARNs of a family's ACTIVE revisions, newest first, at most `limit`. */
export async function fetchRevisions(
  connection: Connection,
  family: string,
  limit: number,
  signal?: AbortSignal,
): Promise<string[]> {
  return (await listRevisions(connection, family, { maxResults: Math.min(limit, 100) }, signal)).arns;
}

/** One page of a family's revisions, newest first: ARNs alone, one call for each status that is asked for. */
export function fetchRevisionPage(
  connection: Connection,
  family: string,
  page: { status: RevisionStatus; nextToken?: string | undefined },
  signal?: AbortSignal,
): Promise<{ arns: string[]; nextToken: string | undefined }> {
  return listRevisions(connection, family, { maxResults: 100, ...page }, signal);
}

type RevisionStatus = 'ACTIVE' | 'INACTIVE';

async function listRevisions(
  connection: Connection,
  family: string,
  page: { maxResults: number; status?: RevisionStatus; nextToken?: string | undefined },
  signal?: AbortSignal,
): Promise<{ arns: string[]; nextToken: string | undefined }> {
  const input = { familyPrefix: family, sort: 'DESC' as const, ...page };
  const { taskDefinitionArns = [], nextToken } = await connection.read('ecs', 'ListTaskDefinitions', input, signal);
  // AWS takes the prefix for the whole name; some emulators do not, and know no order.
  const arns = taskDefinitionArns.filter((arn) => familyOf(arn) === family);
  return { arns: arns.sort((a, b) => (revisionOf(b) ?? 0) - (revisionOf(a) ?? 0)), nextToken };
}
