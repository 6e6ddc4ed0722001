import type { Range } from '../../taskdef/document/range.ts';
import { covers } from '../policy/patterns.ts';
import type { PolicyCondition } from '../policy/policyDocument.ts';
import type { Need, Purpose } from './need.ts';

/** A statement that grants what a task needs, and why. */
export interface NeededStatement {
  /** Of its own within a policy. */
  readonly sid: string;
  readonly purpose: Purpose;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: PolicyCondition | undefined;
  readonly reasons: readonly { readonly text: string; readonly at: Range }[];
  /** Whether a resource is wider than it has to be, because the file leaves it to a template. */
  readonly isWide: boolean;
}

/** One action on one resource, with the need that it comes from. */
interface Grant {
  readonly action: string;
  readonly need: Need;
}

/** The fewest statements that grant all of the needs: none grants what another one grants already. */
export function statementsOf(needs: readonly Need[]): NeededStatement[] {
  const grants = needs.flatMap((need) => need.actions.map((action): Grant => ({ action, need })));
  const kept = grants.filter((grant, index) => !grants.some((other, at) => isCoveredBy(grant, other, at < index)));
  const byResource = group(kept, ({ need }) => JSON.stringify([need.purpose, need.condition, need.resource]));
  const bySet = group(byResource, ([first, ...rest]) => {
    const actions = [first, ...rest].map((grant) => grant?.action ?? '');
    return JSON.stringify([first?.need.purpose, first?.need.condition, [...new Set(actions)].toSorted()]);
  });
  const sids = new Map<Purpose, number>();
  return bySet.flatMap((parts) => {
    const all = parts.flat();
    const [first] = all;
    if (!first) return [];
    const { purpose, condition } = first.need;
    const count = (sids.get(purpose) ?? 0) + 1;
    sids.set(purpose, count);
    const resources = [...new Set(all.map(({ need }) => need.resource))];
    // Whatever asks for the same is a reason for it, those that another one covers included.
    const reasons = needs.filter((need) => all.some(({ action, need: kept }) => isFor(need, action, kept)));
    return [
      {
        sid: count === 1 ? purpose : `${purpose}${count}`,
        purpose,
        actions: [...new Set(all.map(({ action }) => action))],
        resources,
        condition,
        reasons: unique(reasons.map(({ reason: text, at }) => ({ text, at }))),
        isWide: all.some(({ need }) => isWide(need)),
      },
    ];
  });
}

/** What is delivered has names that nobody knows before, and metrics go to groups of their own. */
const toManyNames: ReadonlySet<Purpose> = new Set(['DeliverLogs', 'SendMetrics', 'DecryptWithCustomerKeys']);

/** Whether part of a resource is left to a template. The streams of a log group are no such part. */
function isWide({ resource, asked, purpose }: Need): boolean {
  if (asked !== undefined || resource === '*' || purpose === 'SendMetrics') return false;
  const named = resource.replace(/(?<=[^*]):\*$/, '');
  return (toManyNames.has(purpose) ? named.replace(/\/\*$/, '') : named).includes('*');
}

function isFor(need: Need, action: string, kept: Need): boolean {
  return (
    need.actions.includes(action) &&
    (need === kept || (sameCondition(need, kept) && covers(kept.resource, need.resource)))
  );
}

function isCoveredBy(grant: Grant, other: Grant, isEarlier: boolean): boolean {
  if (other === grant || other.action !== grant.action) return false;
  if (other.need.condition !== undefined && !sameCondition(grant.need, other.need)) return false;
  if (!covers(other.need.resource, grant.need.resource)) return false;
  const isSame = covers(grant.need.resource, other.need.resource) && sameCondition(grant.need, other.need);
  return !isSame || isEarlier;
}

function sameCondition(one: Need, other: Need): boolean {
  return JSON.stringify(one.condition) === JSON.stringify(other.condition);
}

function unique(reasons: { text: string; at: Range }[]): { text: string; at: Range }[] {
  const seen = new Set<string>();
  return reasons.filter(({ text, at }) => {
    const key = `${at.offset} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
