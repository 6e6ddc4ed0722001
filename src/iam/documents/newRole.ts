import type { Need } from '../needs/need.ts';
import type { RolePermissions } from '../needs/rolePermissions.ts';
import { statementsOf } from '../needs/statements.ts';
import { evaluate } from '../policy/evaluate.ts';
import { requestContext } from '../policy/context.ts';
import { managedPolicy, taskExecutionPolicy } from '../policy/managedPolicies.ts';
import { permissionsPolicy, type PolicyJson, trustPolicy } from './roleDocument.ts';

/** An execution role to be made. */
export interface NewRole {
  readonly name: string;
  readonly trust: PolicyJson;
  /** What it is allowed by a policy of its own; undefined where nothing is left for one. */
  readonly policy: { readonly name: string; readonly document: PolicyJson } | undefined;
  /** ARN of AWS's policy that is attached to it. */
  readonly managed: string | undefined;
  /** What its own policy grants. */
  readonly permissions: RolePermissions;
}

/** What IAM takes as the name of a role. */
export function isRoleName(name: string): boolean {
  return /^[\w+=,.@-]{1,64}$/.test(name);
}

/** A role with the least that a task needs or, `managed`, with AWS's policy for execution roles and what that lacks. */
export function newRole(permissions: RolePermissions, name: string, managed: boolean): NewRole {
  const arn = `arn:${permissions.home.partition}:iam::aws:policy/service-role/${taskExecutionPolicy}`;
  const left = managed ? withoutGranted(permissions, arn) : permissions;
  const document = permissionsPolicy(left);
  return {
    name,
    trust: trustPolicy(permissions),
    policy: left.statements.length > 0 ? { name: 'ecs-execution', document } : undefined,
    managed: managed ? arn : undefined,
    permissions: left,
  };
}

function withoutGranted(permissions: RolePermissions, arn: string): RolePermissions {
  const known = managedPolicy(arn);
  const isGranted = (action: string, resource: string): boolean =>
    known !== undefined &&
    evaluate({ identity: [known] }, { action, resource, context: requestContext({}, 'unknown') }).verdict === 'allowed';
  const needs: Need[] = permissions.needs.flatMap((need) => {
    const actions = need.actions.filter((action) => !isGranted(action, need.resource));
    return actions.length > 0 ? [{ ...need, actions }] : [];
  });
  return { ...permissions, needs, statements: statementsOf(needs) };
}

/** A new role as a document that shows all of it, in IAM's own words. */
export function newRoleText({ name, trust, policy, managed }: NewRole): string {
  const shown = {
    RoleName: name,
    AssumeRolePolicyDocument: trust,
    ...(managed === undefined ? {} : { ManagedPolicyArns: [managed] }),
    ...(policy === undefined ? {} : { Policies: [{ PolicyName: policy.name, PolicyDocument: policy.document }] }),
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}
