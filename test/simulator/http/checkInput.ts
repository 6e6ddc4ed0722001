import { frontEndError } from './serviceError.ts';
import { shapeOf, type Shape } from './shape.ts';

const TYPE_NAMES = { string: 'String', number: 'Integer', boolean: 'Boolean', timestamp: 'Date' } as const;

/** A request's input as the service's front end takes it: unknown members and nulls are dropped, wrong types refused. */
export function checkInput(shape: Shape, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  switch (shape.kind) {
    case 'structure':
      return checkStructure(shape, value);
    case 'list':
      if (!Array.isArray(value)) throw refused('Expected list or null');
      return value.map((item) => checkInput(shapeOf(shape.member), item)).filter((item) => item !== undefined);
    case 'map':
      if (!isObject(value)) throw refused('Expected map or null');
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, checkInput(shapeOf(shape.member), item)]),
      );
    case 'string':
    case 'number':
    case 'boolean':
    case 'timestamp':
      return checkSimple(shape.kind, value);
    case 'document':
    case 'blob':
    case 'unit':
      return value;
  }
}

function checkStructure(shape: Shape & { kind: 'structure' }, value: unknown): object {
  if (Array.isArray(value))
    throw refused(`Unrecognized collection type class com.amazonaws.madison.frontend.${shape.name}`);
  if (!isObject(value)) throw refused('Expected null');
  const checked: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const schema = shape.members.get(name);
    if (schema === undefined) continue;
    const kept = checkInput(shapeOf(schema), member);
    if (kept !== undefined) checked[name] = kept;
  }
  return checked;
}

function checkSimple(kind: keyof typeof TYPE_NAMES, value: unknown): unknown {
  if (typeof value === 'object') throw refused('Start of structure or map found where not expected.');
  const wanted = kind === 'timestamp' ? 'number' : kind;
  if (typeof value === wanted) return value;
  const token = typeof value === 'boolean' ? String(value).toUpperCase() : (typeof value).toUpperCase();
  throw refused(`${token}_VALUE cannot be converted to ${TYPE_NAMES[kind]}`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(message: string): Error {
  return frontEndError('SerializationException', message);
}
