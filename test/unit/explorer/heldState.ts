import { type Runtime, Session } from 'node:inspector';

/** What is a world of its own, or changes by itself. */
const opaque = new Set(['AbortController', 'AbortSignal', 'Connection', 'Promise', 'Timeout', 'WeakMap']);

declare global {
  var heldStateOf: { root: object; number: (one: object) => number } | undefined;
}

/**
 * Everything that an object holds and reaches, private fields included, as lines of text: equal before and after something
 * when that has written nothing. The debugger is asked, for nobody else sees private fields.
 */
export function heldState(root: object): string[] {
  const session = new Session();
  session.connect();
  const numbers = new Map<object, number>();
  const number = (one: object): number => {
    if (!numbers.has(one)) numbers.set(one, numbers.size);
    return numbers.get(one) ?? 0;
  };
  globalThis.heldStateOf = { root, number };
  try {
    return linesOf(session);
  } finally {
    globalThis.heldStateOf = undefined;
    session.disconnect();
  }
}

function linesOf(session: Session): string[] {
  const parameters = { expression: 'heldStateOf.root' };
  const { result } = asked(session, 'Runtime.evaluate', parameters) as Runtime.EvaluateReturnType;
  const lines: string[] = [];
  const waiting = [result];
  const seen = new Set<number>();
  const nameOf = (value: Runtime.RemoteObject): string => {
    if (value.objectId === undefined || value.type === 'function')
      return `${value.type} ${value.description ?? value.value}`;
    if (value.subtype === 'date') return `Date ${value.description}`;
    if (value.subtype === 'proxy' || opaque.has(value.className ?? '')) return value.className ?? 'proxy';
    const number = numberOf(session, value.objectId);
    if (!seen.has(number)) waiting.push(value);
    seen.add(number);
    return `${value.className} ${number}`;
  };
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const name = `${next.className} ${numberOf(session, next.objectId ?? '')}`;
    for (const [key, value] of membersOf(session, next.objectId ?? '')) lines.push(`${name} ${key}: ${nameOf(value)}`);
  }
  return lines;
}

function numberOf(session: Session, objectId: string): number {
  const functionDeclaration = 'function () { return heldStateOf.number(this); }';
  const parameters = { objectId, functionDeclaration, returnByValue: true };
  const answer = asked(session, 'Runtime.callFunctionOn', parameters) as Runtime.CallFunctionOnReturnType;
  return answer.result.value as number;
}

function membersOf(session: Session, objectId: string): (readonly [string, Runtime.RemoteObject])[] {
  const parameters = { objectId, ownProperties: true };
  // The types of Node leave private fields out.
  type Members = Runtime.GetPropertiesReturnType & {
    privateProperties?: { name: string; value?: Runtime.RemoteObject }[];
  };
  const found = asked(session, 'Runtime.getProperties', parameters) as Members;
  const entries = found.internalProperties?.filter(({ name }) => name === '[[Entries]]') ?? [];
  return [...found.result, ...(found.privateProperties ?? []), ...entries].flatMap(({ name, value }) =>
    value && name !== '__proto__' ? [[name, value] as const] : [],
  );
}

/** Within one process the answer is there when the question returns. */
function asked(session: Session, method: string, parameters: object): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, found) => {
    if (error) throw error;
    answer = found;
  });
  if (answer === undefined) throw new Error(`${method} is not answered.`);
  return answer;
}
