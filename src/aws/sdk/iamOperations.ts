import * as sdk from '@aws-sdk/client-iam';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.IAMClient(config);

export const operations = {
  GetRole: reads(sdk.GetRoleCommand, 'unmetered'),
  ListAccountAliases: reads(sdk.ListAccountAliasesCommand, 'unmetered'),
  ListRoles: reads(sdk.ListRolesCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
