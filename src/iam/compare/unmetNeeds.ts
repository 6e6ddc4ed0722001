import type { Need } from '../needs/need.ts';
import type { Decision } from '../policy/evaluate.ts';

/** What a role's policies say to an action on a resource. */
export type DecisionOf = (action: string, resource: string) => Decision | undefined;

/** A need that a role does not meet, or of which that is not known. */
export interface UnmetNeed {
  readonly need: Need;
  /** Those of its actions that are not allowed. */
  readonly actions: readonly string[];
  /** The resource as a request names it. */
  readonly resource: string;
  readonly decision: Decision;
}

/** The needs that are not met. One whose resource may be named in several ways is met when one of them is allowed. */
export function unmetNeeds(needs: readonly Need[], decisionOf: DecisionOf): UnmetNeed[] {
  return needs.flatMap((need) => {
    const [resource] = need.asked ?? [];
    if (resource === undefined) return [];
    const refused = need.actions.flatMap((action) => {
      const decisions = (need.asked ?? []).flatMap((each) => decisionOf(action, each) ?? []);
      const best = bestOf(decisions);
      return best === undefined || best.verdict === 'allowed' ? [] : [{ action, decision: best }];
    });
    const kinds = [...new Set(refused.map(({ decision }) => decision.verdict))];
    return kinds.flatMap((verdict) => {
      const same = refused.filter(({ decision }) => decision.verdict === verdict);
      const [first] = same;
      return first ? [{ need, resource, actions: same.map(({ action }) => action), decision: first.decision }] : [];
    });
  });
}

const order = ['allowed', 'unknown', 'implicitDeny', 'explicitDeny'] as const;

function bestOf(decisions: readonly Decision[]): Decision | undefined {
  return decisions.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0];
}
