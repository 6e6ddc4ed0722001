import * as sdk from '@aws-sdk/client-iam';
import type { ClientConfig } from './clientConfig.ts';
import { changes, type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.IAMClient(config);

export const operations = {
  GetPolicy: reads(sdk.GetPolicyCommand, 'unmetered'),
  GetPolicyVersion: reads(sdk.GetPolicyVersionCommand, 'unmetered'),
  GetRole: reads(sdk.GetRoleCommand, 'unmetered'),
  GetRolePolicy: reads(sdk.GetRolePolicyCommand, 'unmetered'),
  ListAccountAliases: reads(sdk.ListAccountAliasesCommand, 'unmetered'),
  ListAttachedRolePolicies: reads(sdk.ListAttachedRolePoliciesCommand, 'unmetered'),
  ListRolePolicies: reads(sdk.ListRolePoliciesCommand, 'unmetered'),
  ListRoles: reads(sdk.ListRolesCommand, 'unmetered'),
  SimulatePrincipalPolicy: reads(sdk.SimulatePrincipalPolicyCommand, 'unmetered'),

  AttachRolePolicy: changes(sdk.AttachRolePolicyCommand),
  CreateRole: changes(sdk.CreateRoleCommand),
  DeleteRole: changes(sdk.DeleteRoleCommand),
  DeleteRolePolicy: changes(sdk.DeleteRolePolicyCommand),
  DetachRolePolicy: changes(sdk.DetachRolePolicyCommand),
  PutRolePolicy: changes(sdk.PutRolePolicyCommand),
} satisfies OperationTable<typeof sdk>;
