import { GetRoleCommand, ListAccountAliasesCommand, ListRolesCommand } from '@aws-sdk/client-iam';

export { IAMClient } from '@aws-sdk/client-iam';

/** Every IAM operation that the product may call: none of them changes anything. */
export const iamReads = {
  GetRole: GetRoleCommand,
  ListAccountAliases: ListAccountAliasesCommand,
  ListRoles: ListRolesCommand,
};
