/** Conditions of a statement: operator, then context key, then the values of which one has to fit. */
export type PolicyCondition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A statement with every element that may be one value or several as a list. */
export interface PolicyStatement {
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[] | undefined;
  readonly notActions: readonly string[] | undefined;
  readonly resources: readonly string[] | undefined;
  readonly notResources: readonly string[] | undefined;
  readonly principal: PolicyPrincipal | undefined;
  readonly notPrincipal: PolicyPrincipal | undefined;
  readonly condition: PolicyCondition;
}

/** Whom a statement is about, by kind: `AWS`, `Service`, `Federated`. Anybody is `{ AWS: ['*'] }`. */
export type PolicyPrincipal = Readonly<Record<string, readonly string[]>>;

/** A policy as it is judged. */
export interface Policy {
  /** What a person knows it by: the name of an inline or a managed policy. */
  readonly name: string;
  /** Policy variables are replaced since 2012-10-17 only. */
  readonly hasVariables: boolean;
  readonly statements: readonly PolicyStatement[];
}

/** Reads a policy's JSON. Throws SyntaxError for a text that is none. */
export function parsePolicy(name: string, text: string): Policy {
  const document: unknown = JSON.parse(text);
  if (typeof document !== 'object' || document === null) throw new SyntaxError('A policy is a JSON object.');
  const { Version: version, Statement: statements } = document as Record<string, unknown>;
  return {
    name,
    hasVariables: version === '2012-10-17',
    statements: listOf(statements).flatMap((one) => (isObject(one) ? [readStatement(one)] : [])),
  };
}

/** Reads a policy as IAM sends it, URL-encoded. Throws SyntaxError and URIError for a text that is none. */
export function parseSentPolicy(name: string, text: string): Policy {
  return parsePolicy(name, decodeURIComponent(text));
}

function readStatement(statement: Record<string, unknown>): PolicyStatement {
  const texts = (name: string): string[] | undefined =>
    statement[name] === undefined ? undefined : textsOf(statement[name]);
  return {
    sid: typeof statement['Sid'] === 'string' && statement['Sid'] ? statement['Sid'] : undefined,
    effect: statement['Effect'] === 'Deny' ? 'Deny' : 'Allow',
    actions: texts('Action'),
    notActions: texts('NotAction'),
    resources: texts('Resource'),
    notResources: texts('NotResource'),
    principal: readPrincipal(statement['Principal']),
    notPrincipal: readPrincipal(statement['NotPrincipal']),
    condition: isObject(statement['Condition'])
      ? mapValues(statement['Condition'], (keys) => (isObject(keys) ? mapValues(keys, textsOf) : {}))
      : {},
  };
}

function readPrincipal(principal: unknown): PolicyPrincipal | undefined {
  if (principal === undefined) return undefined;
  return isObject(principal) ? mapValues(principal, textsOf) : { AWS: textsOf(principal) };
}

function mapValues<T>(object: Record<string, unknown>, change: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

/** Values of conditions may be written as booleans and numbers. */
function textsOf(value: unknown): string[] {
  return listOf(value).map(String);
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
