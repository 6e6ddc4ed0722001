import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One member of an SDK input shape; `type` is a JSON type, `array:<item>`, `map` or the name of another shape. */
interface SdkMember {
  type: string;
  required: boolean;
  enumValues?: string[];
}

export type SdkShapes = Map<string, Map<string, SdkMember>>;

const require = createRequire(import.meta.url);
const sdk = require('@aws-sdk/client-ecs') as Record<string, unknown>;
const types = join(dirname(require.resolve('@aws-sdk/client-ecs/package.json')), 'dist-types', 'models');
const declarations =
  readFileSync(join(types, 'models_0.d.ts'), 'utf8') + readFileSync(join(types, 'models_1.d.ts'), 'utf8');

const structure = 3;
const union = 4;
const list = 1;
const map = 2;
const simple = new Map([
  [0, 'string'],
  [1, 'number'],
  [2, 'boolean'],
  [4, 'timestamp'],
  [15, 'any'],
  [64, 'array:string'],
  [65, 'array:number'],
  [128, 'map'],
]);

/**
 * Every shape reachable from an SDK operation's input, read from the schemas the SDK serialises with (members, JSON types,
 * required ones) and from its type declarations (enums, which the schemas do not carry).
 */
export function sdkShapes(input: string): SdkShapes {
  const shapes: SdkShapes = new Map();
  visit(sdk[`${input}$`], shapes);
  return shapes;
}

function visit(schema: unknown, shapes: SdkShapes): void {
  const [, , name, , members, refs, required = 0] = schema as [
    number,
    string,
    string,
    unknown,
    string[],
    unknown[],
    number?,
  ];
  if (shapes.has(name)) return;
  const shape = new Map<string, SdkMember>();
  shapes.set(name, shape);
  members.forEach((member, i) => {
    shape.set(member, { type: typeOf(refs[i], shapes), required: i < required, enumValues: enumOf(name, member) });
  });
}

function resolve(ref: unknown): unknown {
  let schema = ref;
  while (typeof schema === 'function' || (Array.isArray(schema) && typeof schema[0] === 'function')) {
    schema = typeof schema === 'function' ? (schema as () => unknown)() : (schema as unknown[])[0];
  }
  return schema;
}

function typeOf(ref: unknown, shapes: SdkShapes): string {
  const schema = resolve(ref);
  if (typeof schema === 'number') {
    const type = simple.get(schema);
    if (!type) throw new Error(`SDK schema type ${schema} is new`);
    return type;
  }
  const [kind, , name, , item] = schema as [number, string, string, unknown, unknown];
  if (kind === list) return `array:${typeOf(item, shapes)}`;
  if (kind === map) return 'map';
  if (kind !== structure && kind !== union) throw new Error(`SDK schema kind ${kind} of ${name} is new`);
  visit(schema, shapes);
  return name;
}

function enumOf(shape: string, member: string): string[] | undefined {
  const body =
    new RegExp(`export (?:interface|declare namespace) ${shape} \\{([\\s\\S]*?)\\n\\}`).exec(declarations)?.[1] ?? '';
  const type = new RegExp(`\\n\\s+${member}\\??: ([\\w]+)(?:\\[\\])?(?: \\| undefined)?;`).exec(body)?.[1];
  const values = type === undefined ? undefined : sdk[type];
  if (!values || typeof values !== 'object' || Array.isArray(values)) return undefined;
  return Object.values(values as Record<string, string>);
}
