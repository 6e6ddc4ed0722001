import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import type { ServiceRequest } from '../serviceDefinition.ts';

export function getCallerIdentity(
  _input: GetCallerIdentityRequest,
  request: ServiceRequest,
): GetCallerIdentityResponse {
  const { arn, userId, accountId } = request.credential;
  return { Arn: arn, UserId: userId, Account: accountId };
}
