import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { ServiceError } from '../http/serviceError.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';

const HOUR_S = 3600;

/** Gives temporary keys for any role of an account that the server knows; trust is not modelled, permissions are the caller's to set. */
export function assumeRole(input: Record<string, string>, request: ServiceRequest): AssumeRoleResponse {
  const match = /^arn:[^:]+:iam::(\d{12}):role\/(.+)$/.exec(input['RoleArn'] ?? '');
  const [, accountId = '', path = ''] = match ?? [];
  if (!match || !request.world.hasAccount(accountId)) {
    const { arn } = request.credential;
    const text = `User: ${arn} is not authorized to perform: sts:AssumeRole on resource: ${input['RoleArn']}`;
    throw new ServiceError('AccessDenied', text, { status: 403 });
  }
  const role = path.split('/').at(-1);
  const { random } = request.world;
  const expiresAt = Date.now() + Number(input['DurationSeconds'] ?? HOUR_S) * 1000;
  const session = request.world.account(accountId).addCredential({
    sessionToken: random.token(120),
    expiresAt,
    principal: `${role}/${input['RoleSessionName']}`,
    permissions: request.world.account(accountId).rolePermissions.get(role ?? ''),
  });
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: new Date(expiresAt),
    },
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    PackedPolicySize: 6,
  };
}
