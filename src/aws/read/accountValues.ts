import type { Connection } from '../connection/connection.ts';
import { fetchImageTags } from './imageTags.ts';
import { pages } from '../paging.ts';
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

/** Values and pages that are read of one kind at most: nobody scrolls further. */
const mostValues = 1000;
const mostPages = 20;

/** The account's values of a kind. Only names and descriptions are read, never what a secret holds. Throws AwsError. */
export async function fetchAccountValues(connection: Connection, kind: ValueKind): Promise<AccountValue[]> {
  switch (kind) {
    case 'families':
      return (await fetchFamilies(connection)).slice(0, mostValues).map((value) => ({ value }));
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
  return collect(
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
  return collect(
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
  return collect(
    async (NextToken) => {
      const answer = await connection.read('secretsmanager', 'ListSecrets', { NextToken, MaxResults: 100 });
      return { list: answer.SecretList, nextToken: answer.NextToken };
    },
    ({ list = [] }) => list.map(({ ARN, Name }) => ({ value: ARN, detail: Name })),
  );
}

async function fetchParameters(connection: Connection): Promise<AccountValue[]> {
  return collect(
    async (NextToken) => {
      const answer = await connection.read('ssm', 'DescribeParameters', { NextToken, MaxResults: 50 });
      return { list: answer.Parameters, nextToken: answer.NextToken };
    },
    ({ list = [] }) => list.map(({ ARN, Name, Type }) => ({ value: ARN ?? Name, detail: Type })),
  );
}

async function fetchFileSystems(connection: Connection): Promise<AccountValue[]> {
  return collect(
    async (Marker) => {
      const answer = await connection.read('elasticfilesystem', 'DescribeFileSystems', { Marker, MaxItems: 100 });
      return { list: answer.FileSystems, nextToken: answer.NextMarker };
    },
    ({ list = [] }) => list.map(({ FileSystemId, Name }) => ({ value: FileSystemId, detail: Name })),
  );
}

async function fetchRepositories(connection: Connection): Promise<AccountValue[]> {
  return collect(
    (nextToken) => connection.read('ecr', 'DescribeRepositories', { nextToken, maxResults: 100 }),
    ({ repositories = [] }) => repositories.map(({ repositoryUri }) => ({ value: repositoryUri })),
  );
}

async function fetchTags(connection: Connection, repository: string): Promise<AccountValue[]> {
  const tags = await fetchImageTags(connection, repository);
  return tags
    .slice(0, mostValues)
    .map(({ tag, pushedAt }) => ({ value: `${repository}:${tag}`, detail: pushedAt?.toISOString().slice(0, 16) }));
}

async function collect<P extends { nextToken?: string | undefined }>(
  fetchPage: (nextToken?: string) => Promise<P>,
  valuesOf: (page: P) => { value: string | undefined; detail?: string | undefined }[],
): Promise<AccountValue[]> {
  const values: AccountValue[] = [];
  let read = 0;
  for await (const page of pages(fetchPage)) {
    for (const { value, detail } of valuesOf(page)) if (value) values.push({ value, detail });
    if (values.length >= mostValues || ++read === mostPages) break;
  }
  return values.slice(0, mostValues);
}
