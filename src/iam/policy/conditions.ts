import { isIPv4, BlockList, isIP } from 'node:net';
import {
  type Certain,
  certain,
  type ContextValue,
  contextValue,
  every,
  not,
  type RequestContext,
  some,
} from './context.ts';
import { fits, fitsResource } from './patterns.ts';
import type { PolicyCondition } from './policyDocument.ts';

/** What a condition is judged with. */
interface Judging {
  readonly context: RequestContext;
  readonly hasVariables: boolean;
}

/** Whether one value of a request fits one of a condition. */
type Comparison = (wanted: string, given: string, judging: Judging) => Certain;

/** Whether all of a statement's conditions hold. An operator that is not known here makes it unknown. */
export function conditionsHold(condition: PolicyCondition, judging: Judging): Certain {
  const parts = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, wanted]) => holds(operator, key, wanted, judging)),
  );
  return every(parts);
}

/** Keys that decide whether conditions hold, and of which nothing is known. */
export function openKeys(condition: PolicyCondition, context: RequestContext): string[] {
  const keys = Object.values(condition).flatMap((each) => Object.keys(each));
  return keys.filter((key) => contextValue(context, key) === 'unknown');
}

const operatorName = /^(?:(?<set>ForAllValues|ForAnyValue):)?(?<base>\w+?)(?<ifExists>IfExists)?$/;

function holds(operator: string, key: string, wanted: readonly string[], judging: Judging): Certain {
  const { set, base = '', ifExists } = operatorName.exec(operator)?.groups ?? {};
  const given = contextValue(judging.context, key);
  if (base === 'Null') return isNull(given, wanted);
  const negated = /Not/.test(base);
  const compare = comparisons[base.replace('Not', '')];
  if (!compare) return 'unknown';
  const one = (value: string): Certain => {
    const fitting = some(wanted.map((each) => compare(each, value, judging)));
    return negated ? not(fitting) : fitting;
  };
  if (given === 'unknown') return 'unknown';
  if (given === 'absent') {
    if (set) return certain(set === 'ForAllValues');
    return certain(negated || ifExists !== undefined);
  }
  if (set === 'ForAllValues') return every(given.map(one));
  if (set === 'ForAnyValue') return some(given.map(one));
  // Without a set operator several values are no case that AWS defines; one that fits is enough.
  return negated ? every(given.map(one)) : some(given.map(one));
}

function isNull(given: ContextValue, wanted: readonly string[]): Certain {
  if (given === 'unknown') return 'unknown';
  return certain(wanted.some((each) => (each.toLowerCase() === 'true') === (given === 'absent')));
}

const text =
  (hasWildcards: boolean, ignoresCase = false): Comparison =>
  (wanted, given, judging) =>
    fits(wanted, given, { ...judging, hasWildcards, ignoresCase });

const arn: Comparison = (wanted, given, judging) => fitsResource(wanted, given, { ...judging, hasWildcards: true });

const order =
  (measure: (text: string) => number, test: (given: number, wanted: number) => boolean): Comparison =>
  (wanted, given) => {
    const [one, other] = [measure(given), measure(wanted)];
    return Number.isNaN(one) || Number.isNaN(other) ? 'unknown' : certain(test(one, other));
  };

/** ISO 8601, or seconds since 1970. */
function timeOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function ordered(kind: string, measure: (text: string) => number): Record<string, Comparison> {
  return {
    [`${kind}Equals`]: order(measure, (given, wanted) => given === wanted),
    [`${kind}LessThan`]: order(measure, (given, wanted) => given < wanted),
    [`${kind}LessThanEquals`]: order(measure, (given, wanted) => given <= wanted),
    [`${kind}GreaterThan`]: order(measure, (given, wanted) => given > wanted),
    [`${kind}GreaterThanEquals`]: order(measure, (given, wanted) => given >= wanted),
  };
}

const address: Comparison = (wanted, given) => {
  const [network = '', bits] = wanted.split('/');
  if (!isIP(network) || !isIP(given)) return 'unknown';
  const family = isIPv4(network) ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
  return certain(list.check(given, isIPv4(given) ? 'ipv4' : 'ipv6'));
};

/** By the operator's name without its `Not`. */
const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: text(false),
  StringEqualsIgnoreCase: text(false, true),
  StringLike: text(true),
  ArnEquals: arn,
  ArnLike: arn,
  Bool: text(false, true),
  BinaryEquals: text(false),
  IpAddress: address,
  ...ordered('Numeric', Number),
  ...ordered('Date', timeOf),
};
