import * as sdk from '@aws-sdk/client-sts';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.STSClient(config);

/** Assuming a role hands out credentials and changes nothing in the account. */
export const operations = {
  AssumeRole: reads(sdk.AssumeRoleCommand, 'unmetered'),
  AssumeRoleWithWebIdentity: reads(sdk.AssumeRoleWithWebIdentityCommand, 'unmetered'),
  GetCallerIdentity: reads(sdk.GetCallerIdentityCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
