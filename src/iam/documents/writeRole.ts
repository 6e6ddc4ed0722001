import type { RolePermissions } from '../needs/rolePermissions.ts';
import { asCloudFormation } from './cloudFormation.ts';
import { permissionsPolicy } from './roleDocument.ts';
import { asTerraform } from './terraform.ts';

/** Ways to write a role down. JSON is the policy alone, as IAM takes it; the others have the role and its trust policy, too. */
export type RoleForm = 'json' | 'cloudFormation' | 'terraform';

/** A role's permissions as a document that can be kept with other sources. */
export function writeRole(role: RolePermissions, form: RoleForm, name: string): string {
  switch (form) {
    case 'json':
      return `${JSON.stringify(permissionsPolicy(role), undefined, 2)}\n`;
    case 'cloudFormation':
      return asCloudFormation(role, name);
    case 'terraform':
      return asTerraform(role, name);
  }
}
