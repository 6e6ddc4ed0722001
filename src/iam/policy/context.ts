/** Whether something holds; `unknown` where a value decides that nobody has told. */
export type Certain = 'yes' | 'no' | 'unknown';

/** The context of a request: values by key. */
export interface RequestContext {
  /** Keys in lower case. A key without values is known to be absent. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** What a key means that is not among the values: absent as in AWS's simulator, or not known. */
  readonly others: 'absent' | 'unknown';
}

export type ContextValue = readonly string[] | 'absent' | 'unknown';

/** Makes a context of an object; names of keys are not case-sensitive. */
export function requestContext(
  values: Readonly<Record<string, string | readonly string[]>>,
  others: RequestContext['others'],
): RequestContext {
  const entries = Object.entries(values).map(
    ([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value] as const,
  );
  return { values: new Map(entries), others };
}

/** What a request says of a key. */
export function contextValue({ values, others }: RequestContext, key: string): ContextValue {
  const found = values.get(key.toLowerCase());
  if (found === undefined) return others;
  return found.length === 0 ? 'absent' : found;
}

/** All of them; one that is not so decides before one that is not known. */
export function every(parts: readonly Certain[]): Certain {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

/** One of them at least. */
export function some(parts: readonly Certain[]): Certain {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('unknown') ? 'unknown' : 'no';
}

export function not(part: Certain): Certain {
  if (part === 'unknown') return 'unknown';
  return part === 'yes' ? 'no' : 'yes';
}

export function certain(holds: boolean): Certain {
  return holds ? 'yes' : 'no';
}
