import { type Certain, every, not, type RequestContext, some } from './context.ts';
import { conditionsHold, openKeys } from './conditions.ts';
import { fits, fitsResource } from './patterns.ts';
import type { Policy, PolicyStatement } from './policyDocument.ts';

/** One action on one resource. */
export interface PolicyRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** The policies that decide for a role. What is left out is not judged: whoever tells the answer says so. */
export interface RolePolicies {
  /** Those that are in the role and attached to it. */
  readonly identity: readonly Policy[];
  readonly boundary?: Policy | undefined;
  /** Service control policies, of each level one list. */
  readonly organization?: readonly (readonly Policy[])[] | undefined;
}

/** AWS's three answers, and one for what cannot be told. */
export interface Decision {
  readonly verdict: 'allowed' | 'explicitDeny' | 'implicitDeny' | 'unknown';
  /** The statement that decided it, or on which it hangs. */
  readonly by?: { readonly policy: string; readonly sid: string | undefined } | undefined;
  /** What kept it back: a role that has the permission may lack it by a boundary or the organization. */
  readonly from?: 'identity' | 'boundary' | 'organization';
  /** Context keys on which it hangs. */
  readonly open: readonly string[];
}

/**
 * Judges a request as IAM does: a deny anywhere decides; then the organization and the permissions boundary have to allow
 * it, where they are given, and a policy of the role itself.
 */
export function evaluate({ identity, boundary, organization = [] }: RolePolicies, request: PolicyRequest): Decision {
  const limits = [
    ...organization.map((policies) => ({ from: 'organization' as const, policies })),
    ...(boundary ? [{ from: 'boundary' as const, policies: [boundary] }] : []),
    { from: 'identity' as const, policies: identity },
  ];
  const denies = limits.flatMap(({ from, policies }) =>
    matching(policies, 'Deny', request).map((each) => ({ from, ...each })),
  );
  const denied = denies.find(({ match }) => match === 'yes');
  if (denied) return { verdict: 'explicitDeny', by: byOf(denied), from: denied.from, open: [] };
  let open = denies.find(({ match }) => match === 'unknown');
  let allowing: Match | undefined;
  for (const { from, policies } of limits) {
    const allows = matching(policies, 'Allow', request);
    allowing = allows.find(({ match }) => match === 'yes');
    if (allowing) continue;
    const doubtful = allows.find(({ match }) => match === 'unknown');
    if (!doubtful) return { verdict: 'implicitDeny', from, open: [] };
    open ??= { from, ...doubtful };
  }
  if (!open) return { verdict: 'allowed', by: allowing && byOf(allowing), open: [] };
  const keys = openKeys(open.statement.condition, request.context);
  return { verdict: 'unknown', by: byOf(open), from: open.from, open: keys };
}

interface Match {
  readonly policy: string;
  readonly statement: PolicyStatement;
  readonly match: Certain;
}

function byOf({ policy, statement: { sid } }: Match): Decision['by'] {
  return { policy, sid };
}

function matching(policies: readonly Policy[], effect: PolicyStatement['effect'], request: PolicyRequest): Match[] {
  return policies.flatMap(({ name: policy, statements, hasVariables }) =>
    statements
      .filter((statement) => statement.effect === effect)
      .map((statement) => ({ policy, statement, match: matches(statement, request, hasVariables) }))
      .filter(({ match }) => match !== 'no'),
  );
}

/** Whether a statement is about a request. */
export function matches(statement: PolicyStatement, request: PolicyRequest, hasVariables: boolean): Certain {
  const { context } = request;
  const reading = { context, hasVariables, hasWildcards: true };
  const anAction = (pattern: string): Certain =>
    fits(pattern, request.action, { ...reading, hasVariables: false, ignoresCase: true });
  const aResource = (pattern: string): Certain => fitsResource(pattern, request.resource, reading);
  return every([
    oneOf(statement.actions, statement.notActions, anAction),
    // A trust policy names no resource: it is about the role that it belongs to.
    statement.resources || statement.notResources
      ? oneOf(statement.resources, statement.notResources, aResource)
      : 'yes',
    conditionsHold(statement.condition, { context, hasVariables }),
  ]);
}

function oneOf(
  among: readonly string[] | undefined,
  outside: readonly string[] | undefined,
  test: (pattern: string) => Certain,
): Certain {
  if (among) return some(among.map(test));
  return outside ? not(some(outside.map(test))) : 'no';
}
