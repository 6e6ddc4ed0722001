/**
 * What IAM's simulator answers, written from its documentation and from nothing of the product: a deny anywhere decides,
 * then the boundary and the role's own policies have to allow. A key that is not given is not there.
 */

export type EvalDecision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** A policy with the name that `MatchedStatements` gives it. */
export interface NamedPolicy {
  id: string;
  text: string;
}

interface Statement {
  Effect: 'Allow' | 'Deny';
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Record<string, Record<string, unknown>>;
}

export interface Simulated {
  decision: EvalDecision;
  matched: string[];
  missing: string[];
  allowedByBoundary: boolean | undefined;
}

/** Context values by key in lower case. */
export type Context = ReadonlyMap<string, readonly string[]>;

export function simulate(
  { identity, boundary }: { identity: readonly NamedPolicy[]; boundary: NamedPolicy | undefined },
  { action, resource, context }: { action: string; resource: string; context: Context },
): Simulated {
  const missing = new Set<string>();
  const about = (policy: NamedPolicy, effect: string): boolean => {
    const { Version: version, Statement: all } = JSON.parse(policy.text) as { Version?: string; Statement: unknown };
    const request = { action, resource, context, missing, variables: version === '2012-10-17' };
    return list<Statement>(all).some((statement) => statement.Effect === effect && isAbout(statement, request));
  };
  const every = boundary ? [...identity, boundary] : identity;
  const denying = every.filter((policy) => about(policy, 'Deny'));
  const allowing = identity.filter((policy) => about(policy, 'Allow'));
  const allowedByBoundary = boundary && about(boundary, 'Allow') && !denying.includes(boundary);
  const isAllowed = allowing.length > 0 && allowedByBoundary !== false;
  const decision = denying.length > 0 ? 'explicitDeny' : isAllowed ? 'allowed' : 'implicitDeny';
  const matched = decision === 'explicitDeny' ? denying : decision === 'allowed' ? allowing : [];
  return { decision, matched: matched.map(({ id }) => id), missing: [...missing], allowedByBoundary };
}

interface Request {
  action: string;
  resource: string;
  context: Context;
  missing: Set<string>;
  variables: boolean;
}

function isAbout(statement: Statement, request: Request): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const isAction = (one: string): boolean => glob(one, false, request).test(request.action.toLowerCase());
  const named =
    Action === undefined
      ? !list<string>(NotAction).some((one) => isAction(one.toLowerCase()))
      : list<string>(Action).some((one) => isAction(one.toLowerCase()));
  if (!named) return false;
  const isResource = (one: string): boolean => one === '*' || matchesArn(one, request.resource, request);
  const meant =
    Resource === undefined ? !list<string>(NotResource).some(isResource) : list<string>(Resource).some(isResource);
  if (!meant) return false;
  return Object.entries(Condition)
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, wanted]) => holds(operator, key, list<unknown>(wanted).map(String), request)),
    )
    .every(Boolean);
}

function list<T>(value: unknown): T[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]) as T[];
}

/** An ARN against a pattern, part by part; parts beyond those of the pattern may be anything. */
function matchesArn(pattern: string, arn: string, request: Request): boolean {
  const filled = pattern.replace(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\u0000'));
  const wanted = cut(filled).map((part) => part.replaceAll('\u0000', ':'));
  return cut(arn).every((part, index) => {
    const one = wanted[index];
    return one === undefined || glob(one, true, request).test(part);
  });
}

function cut(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** A pattern whose wildcards and variables stand for other text; a variable without a value makes it match nothing. */
function glob(pattern: string, hasVariables: boolean, request: Request, hasWildcards = true): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const end = pattern.startsWith('${', at) ? pattern.indexOf('}', at) : -1;
    if (end > 0 && hasVariables && request.variables) {
      const [name = '', fallback] = pattern
        .slice(at + 2, end)
        .split(',')
        .map((part) => part.trim());
      const value = '*?$'.includes(name) ? name : (valueOf(name, request)?.[0] ?? fallback?.replaceAll("'", ''));
      if (value === undefined) return /(?!)/;
      source += escape(value);
      at = end;
      continue;
    }
    const one = pattern.charAt(at);
    source += hasWildcards && one === '*' ? '[^]*' : hasWildcards && one === '?' ? '[^]' : escape(one);
  }
  return new RegExp(`^${source}$`);
}

function escape(text: string): string {
  return text.replace(/[^\w\s]/g, String.raw`\$&`);
}

function valueOf(key: string, { context, missing }: Request): readonly string[] | undefined {
  const found = context.get(key.toLowerCase());
  if (found === undefined) missing.add(key);
  return found;
}

function holds(operator: string, key: string, wanted: string[], request: Request): boolean {
  const given = valueOf(key, request);
  const [, set, name = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(.+?)(IfExists)?$/.exec(operator) ?? [];
  if (name === 'Null') return wanted.includes(String(given === undefined));
  const isNegated = name.includes('Not');
  const test = (value: string): boolean =>
    wanted.some((one) => compare(name.replace('Not', ''), one, value, request)) !== isNegated;
  if (given === undefined) return set === undefined ? isNegated || ifExists !== undefined : set === 'ForAllValues:';
  return set === 'ForAnyValue:' ? given.some(test) : given.every(test);
}

function compare(name: string, wanted: string, given: string, request: Request): boolean {
  if (name === 'StringEqualsIgnoreCase' || name === 'Bool') return wanted.toLowerCase() === given.toLowerCase();
  if (name === 'StringEquals') return glob(wanted, true, request, false).test(given);
  if (name === 'StringLike') return glob(wanted, true, request).test(given);
  if (name.startsWith('Arn')) return matchesArn(wanted, given, request);
  if (name === 'IpAddress') return isInNetwork(given, wanted);
  const [one, other] = name.startsWith('Date')
    ? [Date.parse(given), Date.parse(wanted)]
    : [Number(given), Number(wanted)];
  const order = Math.sign(one - other);
  if (name.includes('LessThan')) return order < 0 || (order === 0 && name.endsWith('Equals'));
  if (name.includes('GreaterThan')) return order > 0 || (order === 0 && name.endsWith('Equals'));
  return order === 0;
}

/** Of addresses of version 4. */
function isInNetwork(address: string, network: string): boolean {
  const number = (text: string): number => text.split('.').reduce((all, part) => all * 256 + Number(part), 0);
  const [base = '', bits = '32'] = network.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(address) / size) === Math.floor(number(base) / size);
}
