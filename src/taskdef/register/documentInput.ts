import { contentOf, isAboutService } from '../document/content.ts';
import { type DescribedService, describedService } from '../recognition/describedService.ts';
import type { SourceDocument } from '../document/document.ts';
import { nodeAt } from '../document/nodeAt.ts';
import type { MemberSchema, Shape } from '../document/schema.ts';
import { outputOnlyMembers } from '../members/outputOnly.ts';
import { type Node, valueOf } from '../formats/node.ts';
import { squash } from '../rule/nearest.ts';
import { withoutNulls } from './withoutNulls.ts';

/** Members of a file that are not sent. */
export interface LeftOut {
  /** What only ECS sets: describe output is taken as it is. */
  outputOnly: string[];
  /** What ECS does not know and the SDK would not send, as paths such as `containerDefinitions[0].note`. */
  unknown: string[];
  /** Nulls and an empty list of tags, which say nothing. */
  empty: string[];
}

/** What a file says as the SDK takes it, and which of its members that leaves out. */
export interface DocumentInput {
  value: Record<string, unknown>;
  leftOut: LeftOut;
}

/** The members of a file's object that no input has: those that only ECS sets. Left out before it is sent, they cannot be wrong. */
export function outputOnlyProperties(document: SourceDocument): Node[] {
  const names = isAboutService(document.kind) ? describedIn(document)?.dropped : new Set(outputOnlyMembers);
  return (objectIn(document)?.children ?? []).filter((property) => names?.has(nameOf(property)));
}

/** What becomes of a service as DescribeServices tells it; undefined for any other file. */
function describedIn(document: SourceDocument): DescribedService | undefined {
  const object = isAboutService(document.kind) ? objectIn(document) : undefined;
  return object && describedService(valueOf(object) as Record<string, unknown>);
}

/** Turns a file into the input of RegisterTaskDefinition, CreateService or UpdateService, as deploy tools do; undefined when it holds no object. */
export function documentInput(document: SourceDocument): DocumentInput | undefined {
  const object = objectIn(document);
  if (!object) return undefined;
  const leftOut: LeftOut = { outputOnly: [], unknown: [], empty: [] };
  const output = new Set(outputOnlyProperties(document));
  const schema = contentOf(document.kind)?.schema;
  if (!schema || !('members' in schema)) return undefined;
  const value = objectValue(object, schema, '', { output, leftOut });
  return { value: { ...value, ...(withoutNulls(describedIn(document)?.added ?? {}) as object) }, leftOut };
}

/** The object that is sent: the file's own, or the one in the answer of DescribeTaskDefinition or DescribeServices. */
function objectIn(document: SourceDocument): Node | undefined {
  const node = nodeAt(document, contentOf(document.kind)?.path ?? []);
  return node?.type === 'object' ? node : undefined;
}

interface Walk {
  output: ReadonlySet<Node>;
  leftOut: LeftOut;
}

function objectValue(object: Node, shape: Shape, path: string, walk: Walk): Record<string, unknown> {
  const { leftOut } = walk;
  // The last of two members with one name wins, as it does in every parser.
  const properties = new Map((object.children ?? []).map((property) => [nameOf(property), property]));
  const written = new Set(properties.keys());
  const entries: [string, unknown][] = [];
  for (const [name, property] of properties) {
    const value = property.children?.[1];
    const place = path ? `${path}.${name}` : name;
    const member = memberFor(name, shape, written);
    if (walk.output.has(property)) leftOut.outputOnly.push(name);
    else if (!member) leftOut.unknown.push(place);
    else if (!value || value.type === 'null') leftOut.empty.push(place);
    else entries.push([member.name, memberValue(value, member, place, walk)]);
  }
  return Object.fromEntries(entries);
}

/** ecspresso reads names in any casing; one that is written as ECS writes it goes before. */
function memberFor(name: string, shape: Shape, written: ReadonlySet<string>): MemberSchema | undefined {
  const exact = shape.members.get(name);
  if (exact) return exact;
  const found = squashedNames(shape).get(squash(name));
  return found && !written.has(found.name) ? found : undefined;
}

const squashed = new WeakMap<Shape, ReadonlyMap<string, MemberSchema>>();

/** A shape's members by their names without casing; hostile files have thousands to look up. */
function squashedNames(shape: Shape): ReadonlyMap<string, MemberSchema> {
  const known = squashed.get(shape);
  if (known) return known;
  const made = new Map([...shape.members.values()].map((member) => [squash(member.name), member]));
  squashed.set(shape, made);
  return made;
}

function memberValue(node: Node, member: MemberSchema, path: string, walk: Walk): unknown {
  if (node.type === 'object' && member.shape) return objectValue(node, member.shape, path, walk);
  const { items } = member;
  if (node.type === 'array' && items) {
    const kept = (node.children ?? []).map((child, index) => ({ child, place: `${path}[${index}]` }));
    return kept
      .filter(({ child }) => child.type !== 'null')
      .map(({ child, place }) => memberValue(child, items, place, walk));
  }
  return plainValue(node);
}

function nameOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

/** A value of a file without its nulls. */
export function plainValue(node: Node): unknown {
  return withoutNulls(valueOf(node));
}
