import type { EvaluationResult, Role } from '@aws-sdk/client-iam';
import type { RoleQuestion } from '../../iam/compare/questions.ts';
import type { DecisionOf } from '../../iam/compare/unmetNeeds.ts';
import type { Decision } from '../../iam/policy/evaluate.ts';
import { collect } from '../paging.ts';
import type { Reader } from '../sdk/operationTypes.ts';

/** A role by its name. Throws AwsError, notFound where there is none. */
export async function fetchRole(reader: Reader, name: string, signal?: AbortSignal): Promise<Role> {
  const { Role: role } = await reader.read('iam', 'GetRole', { RoleName: name }, signal);
  return role ?? ({ RoleName: name } as Role);
}

/**
 * What IAM's own simulator says to questions about a role: the organization's policies and the boundary are judged, too.
 * Throws AwsError.
 */
export async function simulateRole(
  reader: Reader,
  roleArn: string,
  questions: readonly RoleQuestion[],
  signal?: AbortSignal,
): Promise<DecisionOf> {
  const decisions = new Map<string, Decision>();
  const answers = await Promise.all(questions.map((question) => ask(reader, roleArn, question, signal)));
  for (const [action, resource, decision] of answers.flat()) decisions.set(`${action} ${resource}`, decision);
  return (action, resource) => decisions.get(`${action} ${resource}`);
}

type Answer = readonly [action: string, resource: string, decision: Decision];

async function ask(
  reader: Reader,
  roleArn: string,
  { actions, resources, context }: RoleQuestion,
  signal?: AbortSignal,
): Promise<Answer[]> {
  const input = {
    PolicySourceArn: roleArn,
    ActionNames: [...actions],
    ResourceArns: [...resources],
    ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
      ContextKeyName,
      ContextKeyType: /^(?:true|false)$/.test(value) ? ('boolean' as const) : ('string' as const),
      ContextKeyValues: [value],
    })),
  };
  const results = await collect(
    async (Marker) => {
      const page = await reader.read('iam', 'SimulatePrincipalPolicy', { ...input, Marker }, signal);
      return { results: page.EvaluationResults, nextToken: page.IsTruncated ? page.Marker : undefined };
    },
    ({ results }) => results,
  );
  return results.flatMap((result) => answersOf(result, resources));
}

/** One for each resource where the simulator tells them apart, else one for all of them. */
function answersOf(result: EvaluationResult, resources: readonly string[]): Answer[] {
  const { EvalActionName: action = '', EvalResourceName: resource, ResourceSpecificResults: each = [] } = result;
  if (each.length > 0) {
    return each.map((one) => [
      action,
      one.EvalResourceName ?? '',
      decisionOf(one.EvalResourceDecision, { ...result, ...one }),
    ]);
  }
  const decision = decisionOf(result.EvalDecision, result);
  if (resources.length === 1 || resource === undefined) return resources.map((one) => [action, one, decision]);
  return [[action, resource, decision]];
}

type Details = Pick<
  EvaluationResult,
  'MissingContextValues' | 'MatchedStatements' | 'OrganizationsDecisionDetail' | 'PermissionsBoundaryDecisionDetail'
>;

/** What is refused for want of a value that nobody can give now is not known. */
function decisionOf(verdict: string | undefined, details: Details): Decision {
  const { MissingContextValues: open = [], MatchedStatements: [matched] = [] } = details;
  const by = matched?.SourcePolicyId === undefined ? undefined : { policy: matched.SourcePolicyId, sid: undefined };
  if (verdict === 'allowed') return { verdict, by, open: [] };
  if (open.length > 0) return { verdict: 'unknown', by, open };
  const from =
    details.OrganizationsDecisionDetail?.AllowedByOrganizations === false
      ? 'organization'
      : details.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false
        ? 'boundary'
        : 'identity';
  return { verdict: verdict === 'explicitDeny' ? verdict : 'implicitDeny', by, from, open: [] };
}
