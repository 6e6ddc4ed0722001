import type { SourceDocument } from './document.ts';
import type { Node } from '../formats/node.ts';
import { isCommentKey } from '../members/commentKeys.ts';
import { isStandIn } from './placeholders.ts';
import type { MemberSchema, Shape } from './schema.ts';

export interface UnknownMember {
  /** Name of the member as written. */
  name: string;
  key: Node;
  property: Node;
  object: Node;
  shape: Shape;
}

interface MemberIssue {
  node: Node;
  member: MemberSchema;
  /** The name's node, unless the value is an item of an array. */
  key?: Node;
}

interface MissingMember {
  object: Node;
  member: MemberSchema;
  shape: Shape;
}

export interface LimitIssue extends MemberIssue {
  limit: 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'pattern' | 'minItems' | 'maxItems';
  /** The number that is out of bounds: the value, or a length or count. */
  actual: number;
}

/** Everything in which a file departs from the schema; the rules on structure turn it into findings. */
export interface StructureIssues {
  unknown: UnknownMember[];
  duplicates: { name: string; key: Node; property: Node; later: Node }[];
  nulls: (MemberIssue & { key: Node })[];
  types: MemberIssue[];
  enums: (MemberIssue & { value: string })[];
  missing: MissingMember[];
  limits: LimitIssue[];
}

/** Walks one value along its schema. Unknown values and members that a template may add raise no issue. */
export function walkStructure(
  document: SourceDocument,
  node: Node | undefined,
  schema: MemberSchema | Shape,
): StructureIssues {
  const issues: StructureIssues = {
    unknown: [],
    duplicates: [],
    nulls: [],
    types: [],
    enums: [],
    missing: [],
    limits: [],
  };
  const walk = new Walk(document, issues);
  if (node && 'members' in schema) walk.object(node, schema);
  else if (node && !('members' in schema)) walk.value(node, schema, undefined);
  return issues;
}

/** Findings of one kind in a file; more help nobody, and hostile files have thousands. */
const mostIssues = 200;

class Walk {
  private readonly document: SourceDocument;
  private readonly issues: StructureIssues;

  constructor(document: SourceDocument, issues: StructureIssues) {
    this.document = document;
    this.issues = issues;
  }

  private add<T>(issues: T[], issue: T): void {
    if (issues.length < mostIssues) issues.push(issue);
  }

  value(node: Node, member: MemberSchema, key: Node | undefined): void {
    if (this.document.isUnknown(node) || member.type === 'any') return;
    if (!fits(node, member.type)) {
      if (member.type === 'integer' && node.type === 'string' && isStandIn(String(node.value))) return;
      this.add(this.issues.types, { node, member, key });
      return;
    }
    if (member.shape) this.object(node, member.shape);
    else if (member.type === 'map') this.map(node, member);
    else if (member.items) this.items(node, member.items);
    if (member.enumValues && !member.enumValues.includes(node.value as string)) {
      if (isReplaced(String(node.value), member)) return;
      this.add(this.issues.enums, { node, member, key, value: String(node.value) });
    } else this.limits(node, member, key);
  }

  object(node: Node, shape: Shape): void {
    const seen = this.members(node, (property, key, value) => {
      const member = shape.members.get(String(key.value));
      if (!member) {
        // The one name with a dollar that is nobody's placeholder; what looks like one and is meant as a comment.
        const isName = key.value === '$schema' || isCommentKey(String(key.value)) || !this.document.isUnknown(key);
        if (value && isName)
          this.add(this.issues.unknown, { name: String(key.value), key, property, object: node, shape });
      } else if (value?.type === 'null') this.add(this.issues.nulls, { node: value, member, key });
      else if (value) this.value(value, member, key);
    });
    if (this.document.isOpen(node)) return;
    for (const name of shape.required) {
      if (!seen.has(name)) this.add(this.issues.missing, { object: node, member: shape.members.get(name)!, shape });
    }
  }

  private map(node: Node, member: MemberSchema): void {
    const item: MemberSchema = { ...member, type: 'string', limits: {}, name: member.name };
    this.members(node, (_property, key, value) => {
      if (value?.type === 'null') this.add(this.issues.nulls, { node: value, member: item, key });
      else if (value) this.value(value, item, key);
    });
  }

  private items(node: Node, item: MemberSchema): void {
    for (const child of node.children ?? []) this.value(child, item, undefined);
  }

  private members(node: Node, visit: (property: Node, key: Node, value: Node | undefined) => void): Set<string> {
    const seen = new Map<string, Node>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key) continue;
      const name = String(key.value);
      const earlier = seen.get(name);
      if (earlier && !this.document.isUnknown(key) && !isCommentKey(name)) {
        this.add(this.issues.duplicates, { name, key: earlier.children![0]!, property: earlier, later: key });
      }
      seen.set(name, property);
      visit(property, key, value);
    }
    return new Set(seen.keys());
  }

  private limits(node: Node, member: MemberSchema, key: Node | undefined): void {
    const { minimum, maximum, minLength, maxLength, pattern, minItems, maxItems } = member.limits;
    const add = (limit: LimitIssue['limit'], actual: number): void =>
      this.add(this.issues.limits, { node, member, key, limit, actual });
    if (node.type === 'number') {
      const value = node.value as number;
      if (minimum !== undefined && value < minimum) add('minimum', value);
      else if (maximum !== undefined && value > maximum) add('maximum', value);
    } else if (node.type === 'string') {
      const text = node.value as string;
      if (minLength !== undefined && text.length < minLength) add('minLength', text.length);
      else if (maxLength !== undefined && text.length > maxLength) add('maxLength', text.length);
      else if (pattern && !pattern.test(text)) add('pattern', text.length);
    } else if (node.type === 'array' && (minItems ?? maxItems) !== undefined) {
      const count = node.children?.length ?? 0;
      const certain = !this.document.isOpen(node) && !node.children?.some((child) => this.document.isUnknown(child));
      if (minItems !== undefined && count < minItems && certain) add('minItems', count);
      else if (maxItems !== undefined && count > maxItems) add('maxItems', count);
    }
  }
}

/** `NETWORK_MODE` where the choices are in small letters, `CPU_ARCHITECTURE` as the value of cpuArchitecture. */
function isReplaced(value: string, { name, enumValues = [] }: MemberSchema): boolean {
  if (!isStandIn(value) || !value.includes('_')) return false;
  const word = value.replaceAll('_', '').toLowerCase();
  if (enumValues.some((choice) => choice.replaceAll(/[-_]/g, '').toLowerCase() === word)) return false;
  return enumValues.every((choice) => choice !== choice.toUpperCase()) || word.endsWith(name.toLowerCase());
}

function fits(node: Node, type: MemberSchema['type']): boolean {
  if (type === 'integer') return node.type === 'number' && Number.isInteger(node.value);
  return node.type === (type === 'map' ? 'object' : type);
}
