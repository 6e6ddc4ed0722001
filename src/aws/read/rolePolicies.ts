import type { Role } from '@aws-sdk/client-iam';
import type { ReadRolePolicies } from '../../iam/compare/judgeRole.ts';
import { managedPolicy } from '../../iam/policy/managedPolicies.ts';
import { parseSentPolicy, type Policy } from '../../iam/policy/policyDocument.ts';
import { AwsError, isCredentialProblem } from '../errors.ts';
import { collect } from '../paging.ts';
import type { Reader } from '../sdk/operationTypes.ts';

/** Reads a role's own policies, those attached to it and its boundary. Throws AwsError only where the credentials are none, or it was cancelled. */
export async function fetchRolePolicies(
  reader: Reader,
  { RoleName: name = '', PermissionsBoundary: limit }: Pick<Role, 'RoleName' | 'PermissionsBoundary'>,
  signal?: AbortSignal,
): Promise<ReadRolePolicies> {
  const unread = new Set<string>();
  const tried = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      // A policy that is no JSON is not read, either.
      const known = error instanceof AwsError ? error : undefined;
      if (known && (known.kind === 'aborted' || isCredentialProblem(known))) throw known;
      unread.add(known?.permission ?? known?.operation ?? what);
      return undefined;
    }
  };
  const inline = async (): Promise<(Policy | undefined)[]> => {
    const names = (await tried('iam:ListRolePolicies', () => listInline(reader, name, signal))) ?? [];
    return Promise.all(names.map((policy) => tried(policy, () => fetchInline(reader, { name, policy }, signal))));
  };
  const attached = async (): Promise<(Policy | undefined)[]> => {
    const arns = (await tried('iam:ListAttachedRolePolicies', () => listAttached(reader, name, signal))) ?? [];
    return Promise.all(arns.map((arn) => tried(arn, () => fetchManaged(reader, arn, signal))));
  };
  const boundaryArn = limit?.PermissionsBoundaryArn;
  const [own, others, boundary] = await Promise.all([
    inline(),
    attached(),
    boundaryArn === undefined ? undefined : tried(boundaryArn, () => fetchManaged(reader, boundaryArn, signal)),
  ]);
  const identity = [...own, ...others].filter((policy) => policy !== undefined);
  return { identity, boundary, unread: [...unread] };
}

function listInline(reader: Reader, name: string, signal?: AbortSignal): Promise<string[]> {
  return collect(
    async (Marker) => {
      const page = await reader.read('iam', 'ListRolePolicies', { RoleName: name, Marker }, signal);
      return { names: page.PolicyNames, nextToken: page.IsTruncated ? page.Marker : undefined };
    },
    ({ names }) => names,
  );
}

async function listAttached(reader: Reader, name: string, signal?: AbortSignal): Promise<string[]> {
  const policies = await collect(
    async (Marker) => {
      const page = await reader.read('iam', 'ListAttachedRolePolicies', { RoleName: name, Marker }, signal);
      return { policies: page.AttachedPolicies, nextToken: page.IsTruncated ? page.Marker : undefined };
    },
    ({ policies }) => policies,
  );
  return policies.flatMap(({ PolicyArn }) => PolicyArn ?? []);
}

async function fetchInline(
  reader: Reader,
  { name, policy }: { name: string; policy: string },
  signal?: AbortSignal,
): Promise<Policy> {
  const answer = await reader.read('iam', 'GetRolePolicy', { RoleName: name, PolicyName: policy }, signal);
  return parseSentPolicy(policy, answer.PolicyDocument ?? '');
}

/** AWS's own policies that are known here cost no request. */
async function fetchManaged(reader: Reader, arn: string, signal?: AbortSignal): Promise<Policy> {
  const known = managedPolicy(arn);
  if (known) return known;
  const { Policy: policy } = await reader.read('iam', 'GetPolicy', { PolicyArn: arn }, signal);
  const version = { PolicyArn: arn, VersionId: policy?.DefaultVersionId ?? 'v1' };
  const { PolicyVersion: read } = await reader.read('iam', 'GetPolicyVersion', version, signal);
  return parseSentPolicy(policy?.PolicyName ?? arn, read?.Document ?? '');
}
