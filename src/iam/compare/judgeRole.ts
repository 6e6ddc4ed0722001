import { requestContext } from '../policy/context.ts';
import { evaluate } from '../policy/evaluate.ts';
import type { Policy } from '../policy/policyDocument.ts';
import type { RoleQuestion } from './questions.ts';
import type { DecisionOf } from './unmetNeeds.ts';

/** The policies of a role as far as they may be read. */
export interface ReadRolePolicies {
  readonly identity: readonly Policy[];
  readonly boundary: Policy | undefined;
  /** What could not be read: permissions that were missing, such as `iam:GetRolePolicy`, or policies that are none. */
  readonly unread: readonly string[];
}

/** What the policies that could be read say to questions about a role: what an unread one would, is not known. */
export function judgeRole(
  { identity, boundary, unread }: ReadRolePolicies,
  questions: readonly RoleQuestion[],
): DecisionOf {
  const contexts = new Map<string, RoleQuestion['context']>();
  for (const { actions, resources, context } of questions)
    for (const action of actions) for (const resource of resources) contexts.set(`${action} ${resource}`, context);
  return (action, resource) => {
    const context = contexts.get(`${action} ${resource}`);
    if (!context) return undefined;
    const request = { action, resource, context: requestContext(context, 'unknown') };
    const decision = evaluate({ identity, boundary }, request);
    const isOpen = unread.length > 0 && decision.verdict === 'implicitDeny';
    return isOpen ? { verdict: 'unknown', open: unread } : decision;
  };
}
