import { ServiceError } from '../http/serviceError.ts';
import { restJson, type UnsignedRequest, type UnsignedService } from '../http/unsignedService.ts';

/** The access portal of IAM Identity Center: gives the credentials of a role for a token. */
export const portalService: UnsignedService = {
  name: 'sso',
  protocol: restJson,
  routes: {
    'GET /federation/credentials': { name: 'GetRoleCredentials', run: getRoleCredentials },
  },
};

function getRoleCredentials({ query, headers, world }: UnsignedRequest): object {
  const { sso } = world;
  const ends = sso.tokens.get(headers.get('x-amz-sso_bearer_token') ?? '') ?? 0;
  if (ends <= Date.now()) {
    throw new ServiceError('UnauthorizedException', 'Session token not found or invalid', { status: 401 });
  }
  const accountId = query.get('account_id') ?? '';
  const role = query.get('role_name') ?? '';
  if (!world.hasAccount(accountId) || sso.withheldRoles.has(`${accountId}/${role}`)) {
    throw new ServiceError('ForbiddenException', 'No access', { status: 403 });
  }
  const account = world.account(accountId);
  const expiration = Date.now() + sso.lifetimes.credentials * 1000;
  const { accessKeyId, secretAccessKey, sessionToken } = account.addCredential({
    sessionToken: world.random.token(120),
    expiresAt: expiration,
    principal: `AWSReservedSSO_${role}_${world.random.hex(16)}/person`,
    permissions: account.rolePermissions.get(role),
  });
  return { roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration } };
}
