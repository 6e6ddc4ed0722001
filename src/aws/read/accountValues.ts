import type { Connection } from '../connection/connection.ts';
import { fetchImageTags } from './imageTags.ts';
import { collect } from '../paging.ts';
import { fetchFamilies } from './taskDefinitions.ts';

/** What an account can be asked for while a task definition is written; `tags` with the repository that they belong to. */
export type ValueKind =
  'families' | 'logGroups' | 'roles' | 'secrets' | 'fileSystems' | 'repositories' | `tags ${string}`;

/** One value as it is written into the file. */
export interface AccountValue {
  value: string;
  /** One line beside it. */
  detail?: string | undefined;
}

/** What is read of one kind at most: nobody scrolls further. */
const most = { items: 1000, pages: 20 };

/** The account's values of a kind. Only names and descriptions are read, never what a secret holds. Throws AwsError. */
export async function fetchAccountValues(connection: Connection, kind: ValueKind): Promise<AccountValue[]> {
  switch (kind) {
    case 'families':
      return (await fetchFamilies(connection)).slice(0, most.items).map((value) => ({ value }));
    case 'logGroups':
      return fetchLogGroups(connection);
    case 'roles':
      return fetchTaskRoles(connection);
    case 'secrets':
      return (await Promise.all([fetchSecrets(connection), fetchParameters(connection)])).flat();
    case 'fileSystems':
      return fetchFileSystems(connection);
    case 'repositories':
      return fetchRepositories(connection);
    default:
      return fetchTags(connection, kind.slice('tags '.length));
  }
}

async function fetchLogGroups(connection: Connection): Promise<AccountValue[]> {
  return collectValues(
    (nextToken) => connection.read('logs', 'DescribeLogGroups', { limit: 50, nextToken }),
    ({ logGroups = [] }) =>
      logGroups.map(({ logGroupName, retentionInDays }) => ({
        value: logGroupName,
        detail: retentionInDays === undefined ? undefined : `${retentionInDays} d`,
      })),
  );
}

/** Roles that tasks may take. */
async function fetchTaskRoles(connection: Connection): Promise<AccountValue[]> {
  return collectValues(
    async (Marker) => {
      const { Roles, Marker: next, IsTruncated } = await connection.read('iam', 'ListRoles', { Marker, MaxItems: 200 });
      return { Roles, nextToken: IsTruncated ? next : undefined };
    },
    ({ Roles = [] }) =>
      Roles.filter(({ AssumeRolePolicyDocument: trust = '' }) =>
        decodeURIComponent(trust).includes('ecs-tasks.amazonaws.com'),
      ).map(({ Arn, RoleName }) => ({ value: Arn, detail: RoleName })),
  );
}

async function fetchSecrets(connection: Connection): Promise<AccountValue[]> {
  return collectValues(
    (NextToken) => connection.read('secretsmanager', 'ListSecrets', { NextToken, MaxResults: 100 }),
    ({ SecretList = [] }) => SecretList.map(({ ARN, Name }) => ({ value: ARN, detail: Name })),
  );
}

async function fetchParameters(connection: Connection): Promise<AccountValue[]> {
  return collectValues(
    (NextToken) => connection.read('ssm', 'DescribeParameters', { NextToken, MaxResults: 50 }),
    ({ Parameters = [] }) => Parameters.map(({ ARN, Name, Type }) => ({ value: ARN ?? Name, detail: Type })),
  );
}

async function fetchFileSystems(connection: Connection): Promise<AccountValue[]> {
  return collectValues(
    async (Marker) => {
      const answer = await connection.read('elasticfilesystem', 'DescribeFileSystems', { Marker, MaxItems: 100 });
      return { list: answer.FileSystems, nextToken: answer.NextMarker };
    },
    ({ list = [] }) => list.map(({ FileSystemId, Name }) => ({ value: FileSystemId, detail: Name })),
  );
}

async function fetchRepositories(connection: Connection): Promise<AccountValue[]> {
  return collectValues(
    (nextToken) => connection.read('ecr', 'DescribeRepositories', { nextToken, maxResults: 100 }),
    ({ repositories = [] }) => repositories.map(({ repositoryUri }) => ({ value: repositoryUri })),
  );
}

async function fetchTags(connection: Connection, repository: string): Promise<AccountValue[]> {
  const tags = await fetchImageTags(connection, repository);
  return tags
    .slice(0, most.items)
    .map(({ tag, pushedAt }) => ({ value: `${repository}:${tag}`, detail: pushedAt?.toISOString().slice(0, 16) }));
}

/** Values page by page; what has none is left out. */
function collectValues<P extends { nextToken?: string; NextToken?: string }>(
  fetchPage: (nextToken?: string) => Promise<P>,
  valuesOf: (page: P) => { value: string | undefined; detail?: string | undefined }[],
): Promise<AccountValue[]> {
  const whole = (page: P): AccountValue[] =>
    valuesOf(page).flatMap(({ value, detail }) => (value ? [{ value, detail }] : []));
  return collect(fetchPage, whole, most);
}
