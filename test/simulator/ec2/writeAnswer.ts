import { operationShapes, type SchemaRef, shapeOf, type Shape } from '../http/shape.ts';

/**
 * An answer in the SDK's names, as EC2 writes it: `{ RouteTables: [] }` as `{ routeTableSet: [] }`. A member that the SDK's
 * model does not know is a defect of the simulation.
 */
export async function writeAnswer(operation: string, answer: object): Promise<object> {
  const model = (await import('@aws-sdk/client-ec2')) as unknown as Record<string, unknown>;
  const shapes = operationShapes(model[`${operation}$`]);
  if (!shapes) throw new Error(`EC2 has no ${operation}.`);
  return write(shapes.output, answer, operation) as object;
}

function write(shape: Shape, value: unknown, path: string): unknown {
  if (shape.kind === 'list') {
    if (!Array.isArray(value)) throw new Error(`${path} is no list.`);
    return value.map((item) => write(shapeOf(shape.member), item, path));
  }
  if (shape.kind !== 'structure' || typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.map(([name, member]) => {
      const schema = shape.members.get(name);
      if (schema === undefined) throw new Error(`${path}.${name} is unknown to ${shape.name}.`);
      return [wireName(schema, name), write(shapeOf(schema), member, `${path}.${name}`)];
    }),
  );
}

/** A member with traits of its own is a pair of its schema and those. */
function wireName(schema: SchemaRef, name: string): string {
  const traits: unknown = Array.isArray(schema) && schema.length === 2 ? schema[1] : undefined;
  const { xmlName } = (typeof traits === 'object' && traits !== null ? traits : {}) as { xmlName?: string };
  return xmlName ?? name.charAt(0).toLowerCase() + name.slice(1);
}
