import { reads, type ServiceDefinition, writes } from '../serviceDefinition.ts';
import { iamProtocol } from './iamProtocol.ts';
import { listAccountAliases } from './listAccountAliases.ts';
import {
  attachRolePolicy,
  deleteRolePolicy,
  detachRolePolicy,
  getPolicy,
  getPolicyVersion,
  getRolePolicy,
  listAttachedRolePolicies,
  listRolePolicies,
  putRolePolicy,
} from './policyOperations.ts';
import { createRole, deleteRole, getRole, listRoles, tagRole } from './roleOperations.ts';
import { simulatePrincipalPolicy } from './simulatePrincipalPolicy.ts';

export const iamService: ServiceDefinition = {
  name: 'iam',
  protocol: iamProtocol,
  operations: {
    GetPolicy: reads(getPolicy),
    GetPolicyVersion: reads(getPolicyVersion),
    GetRole: reads(getRole),
    GetRolePolicy: reads(getRolePolicy),
    ListAccountAliases: reads(listAccountAliases),
    ListAttachedRolePolicies: reads(listAttachedRolePolicies),
    ListRolePolicies: reads(listRolePolicies),
    ListRoles: reads(listRoles),
    SimulatePrincipalPolicy: reads(simulatePrincipalPolicy),

    AttachRolePolicy: writes(attachRolePolicy),
    CreateRole: writes(createRole),
    DeleteRole: writes(deleteRole),
    DeleteRolePolicy: writes(deleteRolePolicy),
    DetachRolePolicy: writes(detachRolePolicy),
    PutRolePolicy: writes(putRolePolicy),
    TagRole: writes(tagRole),
  },
};
