import type { PathSegment } from './cursor.ts';
import type { FileKind } from './recognise.ts';
import { containersSchema, type MemberSchema, serviceShape, type Shape, taskShape } from './schema.ts';

/** What the schema says about the value at a path, a path of a file of this kind. */
export interface SchemaPlace {
  /** Undefined for the root object. */
  member?: MemberSchema;
  /** Of an object. */
  shape?: Shape;
  /** Set for a value inside a map such as `options`: its key. */
  mapKey?: string;
}

/** Undefined where the schema knows nothing. */
export function schemaAt(kind: FileKind, path: readonly PathSegment[]): SchemaPlace | undefined {
  let rest = path;
  let place: SchemaPlace | undefined = { shape: kind === 'service' ? serviceShape : taskShape };
  if (kind === 'wrapper') {
    if (path[0] !== 'taskDefinition') return undefined;
    rest = path.slice(1);
  } else if (kind === 'containers') place = { member: containersSchema };
  for (const segment of rest) {
    place = inside(place, segment);
    if (!place) return undefined;
  }
  return place;
}

function inside(place: SchemaPlace, segment: PathSegment): SchemaPlace | undefined {
  const { member, shape } = place;
  if (typeof segment === 'number') {
    const items = member?.items;
    return items && { member: items, shape: items.shape };
  }
  if (member?.type === 'map') return { member: { ...member, type: 'string', limits: {} }, mapKey: segment };
  const found = shape?.members.get(segment);
  return found && { member: found, shape: found.shape };
}
