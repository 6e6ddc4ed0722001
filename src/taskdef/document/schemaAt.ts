import { contentOf } from './content.ts';
import type { PathSegment } from './cursor.ts';
import type { FileKind } from './recognise.ts';
import type { MemberSchema, Shape } from './schema.ts';

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
  const content = contentOf(kind);
  if (!content || !content.path.every((segment, index) => path[index] === segment)) return undefined;
  let place: SchemaPlace | undefined =
    'members' in content.schema ? { shape: content.schema } : { member: content.schema };
  for (const segment of path.slice(content.path.length)) {
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
