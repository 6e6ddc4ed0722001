import taskSchema from '../../../schemas/task-definition.schema.json' with { type: 'json' };
import serviceSchema from '../../../schemas/service-definition.schema.json' with { type: 'json' };

/** JSON type of a member; `map` is an object with free keys and text values. */
type MemberType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'map' | 'any';

/** Bounds that ECS enforces. */
interface Limits {
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: RegExp;
  minItems?: number;
  maxItems?: number;
}

/** One member of a shape, or the item of an array. */
export interface MemberSchema {
  /** `Shape.member`, such as HealthCheck.interval; items of an array have `[]` behind it. */
  id: string;
  name: string;
  type: MemberType;
  description: string;
  required: boolean;
  /** Of an object. */
  shape?: Shape;
  /** Of an array. */
  items?: MemberSchema;
  enumValues?: readonly string[];
  enumDescriptions?: readonly string[];
  default?: string | number | boolean;
  limits: Limits;
}

export interface Shape {
  name: string;
  members: ReadonlyMap<string, MemberSchema>;
  required: readonly string[];
}

interface JsonSchema {
  $ref?: string;
  allOf?: { $ref: string }[];
  type?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  definitions?: Record<string, JsonSchema>;
  enum?: string[];
  enumDescriptions?: string[];
  default?: string | number | boolean;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

const sharedMember = '#/properties/';

/** Input of RegisterTaskDefinition. */
export const taskShape: Shape = compile(taskSchema, 'RegisterTaskDefinitionRequest');
const serviceShapes = compileAll(serviceSchema, 'CreateServiceRequest', ['UpdateServiceRequest']);
/** Input of CreateService. */
export const serviceShape: Shape = serviceShapes[0]!;
/** Input of UpdateService. */
export const serviceUpdateShape: Shape = serviceShapes[1]!;
export const containersSchema: MemberSchema = taskShape.members.get('containerDefinitions')!;
export const containerShape: Shape = containersSchema.items!.shape!;

function compile(root: JsonSchema, rootName: string): Shape {
  return compileAll(root, rootName, [])[0]!;
}

/** The shape of a schema's root, and those of its definitions that other inputs have at their root. */
function compileAll(root: JsonSchema, rootName: string, others: readonly string[]): Shape[] {
  const shapes = new Map<string, Shape>();
  const toShape = (schema: JsonSchema, name: string): Shape => {
    const known = shapes.get(name);
    if (known) return known;
    const members = new Map<string, MemberSchema>();
    const shape: Shape = { name, members, required: schema.required ?? [] };
    shapes.set(name, shape);
    for (const [member, value] of Object.entries(schema.properties ?? {})) {
      const required = shape.required.includes(member);
      members.set(member, { ...toMember(value, `${name}.${member}`), name: member, required });
    }
    return shape;
  };
  const toMember = (schema: JsonSchema, id: string): MemberSchema => {
    const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
    // A member that two inputs share stands once.
    const shared = ref?.startsWith(sharedMember) ? ref.slice(sharedMember.length) : undefined;
    if (shared !== undefined) return toMember(root.properties![shared]!, `${rootName}.${shared}`);
    const target = ref?.slice('#/definitions/'.length);
    return {
      id,
      name: id.slice(id.indexOf('.') + 1),
      type: target ? 'object' : typeOf(schema),
      description: schema.description ?? '',
      required: false,
      shape: target ? toShape(root.definitions![target]!, target) : undefined,
      items: schema.items ? toMember(schema.items, `${id}[]`) : undefined,
      enumValues: schema.enum,
      enumDescriptions: schema.enumDescriptions,
      default: schema.default,
      limits: limitsOf(schema),
    };
  };
  return [toShape(root, rootName), ...others.map((name) => toShape(root.definitions![name]!, name))];
}

function typeOf(schema: JsonSchema): MemberType {
  if (schema.type === undefined) return 'any';
  return schema.type === 'object' && typeof schema.additionalProperties === 'object'
    ? 'map'
    : (schema.type as MemberType);
}

function limitsOf(schema: JsonSchema): Limits {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern } = schema;
  return {
    minimum,
    maximum,
    minLength,
    maxLength,
    minItems,
    maxItems,
    pattern: pattern ? new RegExp(pattern, 'u') : undefined,
  };
}
