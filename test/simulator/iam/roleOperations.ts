import type { CreateRoleRequest, GetRoleRequest, TagRoleRequest } from '@aws-sdk/client-iam';
import { ServiceError } from '../http/serviceError.ts';
import { byText, takePage } from '../limits/pageTokens.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';
import { listed } from './iamProtocol.ts';
import { managedPolicyText } from './policies.ts';
import { type Role, rolesOf } from './roles.ts';

/** The role of a name. Throws NoSuchEntity. */
export function findRole(name: string, { region }: ServiceRequest): Role {
  const role = rolesOf(region.account).get(name);
  if (!role) throw noSuch(`The role with name ${name} cannot be found.`);
  return role;
}

export function noSuch(message: string): ServiceError {
  return new ServiceError('NoSuchEntity', message, { status: 404 });
}

export function getRole({ RoleName: name = '' }: GetRoleRequest, request: ServiceRequest): object {
  return { Role: written(findRole(name, request), request) };
}

export function listRoles(
  { Marker, MaxItems = '100' }: { Marker?: string; MaxItems?: string },
  request: ServiceRequest,
): object {
  const roles = rolesOf(request.region.account)
    .all()
    .sort((a, b) => byText(a.name, b.name));
  const page = takePage(roles, ({ name }) => name, 'roles', Number(MaxItems), Marker);
  if (!page) throw new ServiceError('ValidationError', 'Invalid Marker.');
  return {
    Roles: page.items.map((role) => written(role, request)),
    IsTruncated: page.nextToken !== undefined,
    Marker: page.nextToken,
  };
}

export function createRole(input: CreateRoleRequest, request: ServiceRequest): object {
  const { RoleName: name = '', AssumeRolePolicyDocument: trust = '', Description, Tags } = input;
  const roles = rolesOf(request.region.account);
  if (!/^[\w+=,.@-]{1,64}$/.test(name)) {
    const rule = 'Member must satisfy regular expression pattern: [\\w+=,.@-]+';
    throw new ServiceError(
      'ValidationError',
      `1 validation error detected: Value at 'roleName' failed to satisfy constraint: ${rule}`,
    );
  }
  if (roles.get(name))
    throw new ServiceError('EntityAlreadyExists', `Role with name ${name} already exists.`, { status: 409 });
  const role = roles.add(name, { trusts: policyOf(trust), ...(Description ? { description: Description } : {}) });
  for (const { Key = '', Value = '' } of listed(Tags)) role.tags.set(Key, Value);
  return { Role: written(role, request) };
}

export function tagRole({ RoleName: name = '', Tags }: TagRoleRequest, request: ServiceRequest): object {
  const role = findRole(name, request);
  for (const { Key = '', Value = '' } of listed(Tags)) role.tags.set(Key, Value);
  return {};
}

/** A role goes only without anything in it or attached to it. */
export function deleteRole({ RoleName: name = '' }: GetRoleRequest, request: ServiceRequest): object {
  const role = findRole(name, request);
  const conflict = (first: string): ServiceError =>
    new ServiceError('DeleteConflict', `Cannot delete entity, must ${first} first.`, { status: 409 });
  if (role.attached.size > 0) throw conflict('detach all policies');
  if (role.inline.size > 0) throw conflict('delete policies');
  rolesOf(request.region.account).delete(name);
  return {};
}

/** A policy's document. Throws MalformedPolicyDocument. */
export function policyOf(text: string): object {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null && 'Statement' in document) return document;
  } catch {
    // Refused below, as AWS refuses what is no policy.
  }
  throw new ServiceError('MalformedPolicyDocument', 'Syntax errors in policy.');
}

function written(role: Role, { region }: ServiceRequest): object {
  const { name, id, createdAt, description, trust, boundary, tags } = role;
  const hasBoundary = boundary !== undefined && managedPolicyText(region.account, boundary) !== undefined;
  return {
    Path: '/',
    RoleName: name,
    RoleId: id,
    Arn: `arn:${region.partition}:iam::${region.account.id}:role/${name}`,
    CreateDate: createdAt,
    AssumeRolePolicyDocument: encodeURIComponent(trust),
    Description: description,
    MaxSessionDuration: 3600,
    ...(hasBoundary
      ? { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary } }
      : {}),
    ...(tags.size > 0 ? { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) } : {}),
  };
}
