import { ServiceError } from '../http/serviceError.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';
import { listed } from './iamProtocol.ts';
import { managedPolicyText } from './policies.ts';
import { findRole } from './roleOperations.ts';
import { type Context, type EvalDecision, type NamedPolicy, simulate, type Simulated } from './simulatePolicy.ts';

interface Input {
  PolicySourceArn?: string;
  ActionNames?: string[];
  ResourceArns?: string[];
  ContextEntries?: { ContextKeyName?: string; ContextKeyValues?: string[] }[];
}

/** Services whose actions the simulator takes together only where they are about the same kind of resource. */
const bucketAction = /^s3:(?:GetBucket|ListBucket|GetEncryption)/i;

/** Judges requests by the policies of a role, in AWS's order, without making them. */
export function simulatePrincipalPolicy(input: Input, request: ServiceRequest): object {
  const { PolicySourceArn: source = '', ActionNames: actions = [], ResourceArns: resources = ['*'] } = input;
  const { account } = request.region;
  const role = findRole(/:role\/(?:.*\/)?([^/]+)$/.exec(source)?.[1] ?? '', request);
  if (actions.length === 0 || actions.some((action) => !/^[\w-]+:[\w*]+$/.test(action)))
    throw new ServiceError('InvalidInput', `Invalid Input Actions: ${actions.join(', ')}`);
  if (new Set(actions.map((action) => bucketAction.test(action))).size > 1)
    throw new ServiceError(
      'InvalidInput',
      'These actions require different authorization information and cannot be simulated together.',
    );
  const policies = {
    identity: [...role.inline]
      .map(([id, text]) => ({ id, text }))
      .concat(
        [...role.attached].map((arn) => ({
          id: arn.split('/').at(-1) ?? arn,
          text: managedPolicyText(account, arn) ?? '{"Statement":[]}',
        })),
      ),
    boundary:
      role.boundary === undefined
        ? undefined
        : { id: role.boundary, text: managedPolicyText(account, role.boundary) ?? '{"Statement":[]}' },
  };
  const context = contextOf(input);
  return {
    EvaluationResults: actions.map((action) => evaluation(policies, { action, resources, context })),
    IsTruncated: false,
  };
}

function contextOf({ ContextEntries: entries }: Input): Context {
  return new Map(
    listed(entries).map(({ ContextKeyName: key = '', ContextKeyValues: values = [] }) => [key.toLowerCase(), values]),
  );
}

function evaluation(
  policies: { identity: readonly NamedPolicy[]; boundary: NamedPolicy | undefined },
  { action, resources, context }: { action: string; resources: readonly string[]; context: Context },
): object {
  const each = resources.map((resource) => ({ resource, result: simulate(policies, { action, resource, context }) }));
  const [first] = each;
  const decisions = each.map(({ result }) => result.decision);
  const isAll = resources.length === 1 && resources[0] === '*';
  return {
    EvalActionName: action,
    EvalResourceName: first?.resource,
    EvalDecision: overall(decisions),
    MatchedStatements: matched(each.flatMap(({ result }) => result.matched)),
    MissingContextValues: isAll ? (first?.result.missing ?? []) : [],
    ...boundaryDetail(first?.result),
    ...(isAll
      ? {}
      : {
          ResourceSpecificResults: each.map(({ resource, result }) => ({
            EvalResourceName: resource,
            EvalResourceDecision: result.decision,
            MatchedStatements: matched(result.matched),
            MissingContextValues: result.missing,
            ...boundaryDetail(result),
          })),
        }),
  };
}

function overall(decisions: readonly EvalDecision[]): EvalDecision {
  if (decisions.includes('explicitDeny')) return 'explicitDeny';
  return decisions.every((one) => one === 'allowed') ? 'allowed' : 'implicitDeny';
}

function matched(ids: readonly string[]): object[] {
  return [...new Set(ids)].map((id) => ({ SourcePolicyId: id, SourcePolicyType: 'IAM Policy' }));
}

function boundaryDetail(result: Simulated | undefined): object {
  if (result?.allowedByBoundary === undefined) return {};
  return { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: result.allowedByBoundary } };
}
