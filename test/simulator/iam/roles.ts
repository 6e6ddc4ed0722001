import type { GetRoleRequest } from '@aws-sdk/client-iam';
import type { Account } from '../account.ts';
import { ServiceError } from '../http/serviceError.ts';
import { byText, takePage } from '../limits/pageTokens.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';

const stores = new WeakMap<Account, Map<string, string>>();

/** The roles of an account by name, each with the service principal that it trusts. */
export function rolesOf(account: Account): Map<string, string> {
  const found = stores.get(account) ?? new Map<string, string>();
  stores.set(account, found);
  return found;
}

export function getRole(input: GetRoleRequest, { region, world }: ServiceRequest): object {
  const { RoleName: name = '' } = input;
  const principal = rolesOf(region.account).get(name);
  if (principal === undefined) {
    throw new ServiceError('NoSuchEntity', `The role with name ${name} cannot be found.`, { status: 404 });
  }
  return { Role: written(name, principal, { region, world }) };
}

export function listRoles(
  { Marker, MaxItems = '100' }: { Marker?: string; MaxItems?: string },
  { region, world }: ServiceRequest,
): object {
  const roles = [...rolesOf(region.account)].sort(([a], [b]) => byText(a, b));
  const page = takePage(roles, ([name]) => name, 'roles', Number(MaxItems), Marker);
  if (!page) throw new ServiceError('ValidationError', 'Invalid Marker.');
  return {
    Roles: page.items.map(([name, principal]) => written(name, principal, { region, world })),
    IsTruncated: page.nextToken !== undefined,
    Marker: page.nextToken,
  };
}

function written(name: string, principal: string, { region, world }: Pick<ServiceRequest, 'region' | 'world'>): object {
  const policy = { Statement: [{ Effect: 'Allow', Principal: { Service: principal }, Action: 'sts:AssumeRole' }] };
  return {
    Path: '/',
    RoleName: name,
    RoleId: `AROA${name.toUpperCase()}`,
    Arn: `arn:${region.partition}:iam::${region.account.id}:role/${name}`,
    CreateDate: world.clock.date(),
    AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(policy)),
  };
}
