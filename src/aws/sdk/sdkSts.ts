import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';

export { STSClient } from '@aws-sdk/client-sts';

/** Assuming a role hands out credentials and changes nothing in the account. */
export const stsReads = {
  AssumeRole: AssumeRoleCommand,
  AssumeRoleWithWebIdentity: AssumeRoleWithWebIdentityCommand,
  GetCallerIdentity: GetCallerIdentityCommand,
};
