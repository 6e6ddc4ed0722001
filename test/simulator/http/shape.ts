/** A schema as the SDK ships it at run time: a number or word for a simple type, an array for a shape, or a function that gives one. */
export type SchemaRef = unknown;

/** A shape of the API's model, read from such a schema. */
export type Shape =
  | { kind: 'string' | 'number' | 'boolean' | 'timestamp' | 'document' | 'blob' | 'unit' }
  | { kind: 'list' | 'map'; member: SchemaRef }
  | { kind: 'structure'; name: string; members: ReadonlyMap<string, SchemaRef>; required: readonly string[] };

const SIMPLE = new Map<number, 'string' | 'number' | 'boolean' | 'timestamp' | 'document' | 'blob'>([
  [0, 'string'],
  [1, 'number'],
  [2, 'boolean'],
  [4, 'timestamp'],
  [5, 'timestamp'],
  [6, 'timestamp'],
  [7, 'timestamp'],
  [15, 'document'],
  [17, 'number'],
  [19, 'number'],
  [21, 'blob'],
  [42, 'blob'],
]);
const LIST_OF = 64;
const MAP_OF = 128;
const LIST = 1;
const MAP = 2;
const OPERATION = 9;
const known = new WeakMap<object, Shape>();

export function shapeOf(ref: SchemaRef): Shape {
  const schema: unknown = typeof ref === 'function' ? (ref as () => unknown)() : ref;
  if (typeof schema === 'number') return simpleShape(schema);
  if (!Array.isArray(schema)) return { kind: 'unit' };
  const cached = known.get(schema);
  if (cached) return cached;
  const shape = arrayShape(schema as unknown[]);
  known.set(schema, shape);
  return shape;
}

/** What an operation's schema says of its input and its output. */
export function operationShapes(schema: SchemaRef): { input: Shape; output: Shape } | undefined {
  if (!Array.isArray(schema) || schema[0] !== OPERATION) return undefined;
  return { input: shapeOf(schema[4]), output: shapeOf(schema[5]) };
}

function simpleShape(bits: number): Shape {
  if (bits & LIST_OF) return { kind: 'list', member: bits & ~LIST_OF };
  if (bits & MAP_OF) return { kind: 'map', member: bits & ~MAP_OF };
  return { kind: SIMPLE.get(bits) ?? 'document' };
}

function arrayShape(schema: unknown[]): Shape {
  const [kind, , name, , first, second, required] = schema;
  // A member with traits of its own is a pair of its schema and those.
  if (schema.length === 2) return shapeOf(kind);
  if (kind === LIST) return { kind: 'list', member: first };
  if (kind === MAP) return { kind: 'map', member: second };
  if (kind === 0) return shapeOf(first);
  const names = first as string[];
  const members = second as SchemaRef[];
  return {
    kind: 'structure',
    name: String(name),
    members: new Map(names.map((member, index) => [member, members[index]])),
    // The model lists required members first.
    required: names.slice(0, Number(required ?? 0)),
  };
}
