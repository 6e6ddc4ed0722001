import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';

export { STSClient } from '@aws-sdk/client-sts';

/** AssumeRole hands out credentials and changes nothing in the account. */
export const stsReads = {
  AssumeRole: AssumeRoleCommand,
  GetCallerIdentity: GetCallerIdentityCommand,
};
