import { shapeOf, type Shape } from '../../../simulator/http/shape.ts';

/** Where a JSON answer departs from a shape of the SDK's model: unknown members, wrong types, missing required ones, nulls. */
export function departures(shape: Shape, value: unknown, path = 'answer'): string[] {
  if (value === null || value === undefined) return [`${path} is ${String(value)}`];
  switch (shape.kind) {
    case 'structure':
      return structureDepartures(shape, value, path);
    case 'list':
      if (!Array.isArray(value)) return [`${path} is no list`];
      return value.flatMap((item, index) => departures(shapeOf(shape.member), item, `${path}[${index}]`));
    case 'map':
      if (!isObject(value)) return [`${path} is no map`];
      return Object.entries(value).flatMap(([key, item]) => departures(shapeOf(shape.member), item, `${path}.${key}`));
    case 'timestamp':
      return isEpochSeconds(value) ? [] : [`${path} is no time in epoch seconds: ${JSON.stringify(value)}`];
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === shape.kind ? [] : [`${path} is no ${shape.kind}: ${JSON.stringify(value)}`];
    case 'document':
    case 'blob':
      return [];
    case 'unit':
      return [`${path} should be empty`];
  }
}

function structureDepartures(shape: Shape & { kind: 'structure' }, value: unknown, path: string): string[] {
  if (!isObject(value)) return [`${path} is no ${shape.name}`];
  const missing = shape.required.filter((name) => !(name in value)).map((name) => `${path}.${name} is required`);
  const found = Object.entries(value).flatMap(([name, member]) => {
    const schema = shape.members.get(name);
    return schema === undefined
      ? [`${path}.${name} is unknown to ${shape.name}`]
      : departures(shapeOf(schema), member, `${path}.${name}`);
  });
  return [...missing, ...found];
}

/** Seconds with at most three decimals, of our century. */
function isEpochSeconds(value: unknown): boolean {
  return (
    typeof value === 'number' && value > 1e9 && value < 1e10 && Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-3
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
