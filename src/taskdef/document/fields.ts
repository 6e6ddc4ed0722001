import type { SourceDocument } from './document.ts';
import type { Node } from '../formats/node.ts';

/** A member of an object, seen so that what a template will fill in cannot be read by mistake. */
export interface Member {
  /** The value's node, if the member is there at all. */
  readonly node?: Node;
  /** The node of its name, in quotes. */
  readonly key?: Node;
  /** Certainly absent (or null): not there, and no template can add it. */
  readonly missing: boolean;
}

/** `value` is set only when it is known and of the right JSON type. */
export interface Value<T> extends Member {
  readonly value?: T;
  /** A text as it stands in the file, placeholders included. */
  readonly raw?: string;
}

export interface Entry extends Value<string> {
  readonly name: string;
  readonly key: Node;
  readonly node: Node;
}

/** The members of one JSON object. One that is absent reads as an object without members; one that is unknown, as all unknown. */
export class Fields implements Member {
  readonly document: SourceDocument;
  readonly node?: Node;
  readonly key?: Node;
  readonly missing: boolean;
  /** Whether members that cannot be seen here may exist. */
  readonly open: boolean;
  private readonly members: Map<string, Node>;

  constructor(document: SourceDocument, member: Member) {
    this.document = document;
    this.node = member.node;
    this.key = member.key;
    this.missing = member.missing;
    const object = member.node?.type === 'object' ? member.node : undefined;
    this.open = object ? document.isOpen(object) : !member.missing;
    this.members = new Map();
    // The last of two members with one name wins, as it does in every parser.
    for (const property of object?.children ?? []) this.members.set(String(property.children?.[0]?.value), property);
  }

  /** Whether this is an object whose text is here. */
  get present(): boolean {
    return this.node?.type === 'object';
  }

  member(name: string): Member {
    const property = this.members.get(name);
    const [key, node] = property?.children ?? [];
    if (!property) return { missing: !this.open };
    // A name whose value is still being typed is neither there nor missing.
    if (!node) return { missing: false };
    return { key, node, missing: node.type === 'null' };
  }

  has(name: string): boolean {
    return this.members.has(name) && !this.member(name).missing;
  }

  str(name: string): Value<string> {
    const member = this.member(name);
    if (member.node?.type !== 'string') return member;
    return { ...member, ...readText(this.document, member.node) };
  }

  num(name: string): Value<number> {
    const member = this.member(name);
    return member.node?.type === 'number' ? { ...member, value: member.node.value as number } : member;
  }

  bool(name: string): Value<boolean> {
    const member = this.member(name);
    return member.node?.type === 'boolean' ? { ...member, value: member.node.value as boolean } : member;
  }

  fields(name: string): Fields {
    return read(this.document, this.member(name));
  }

  list(name: string): List {
    return new List(this.document, this.member(name));
  }

  /** All members in the order of the file, with values read as text. */
  entries(): Entry[] {
    const entries: Entry[] = [];
    for (const property of this.node?.type === 'object' ? (this.node.children ?? []) : []) {
      const [key, node] = property.children ?? [];
      if (!key || !node) continue;
      const text = node.type === 'string' ? readText(this.document, node) : {};
      entries.push({ name: String(key.value), key, node, missing: node.type === 'null', ...text });
    }
    return entries;
  }
}

/** More than fit into the 64 KiB that ECS takes. */
const mostItems = 3000;

/** A JSON array. `complete` says that every item is here and none can be added by a template. */
export class List implements Member {
  readonly document: SourceDocument;
  readonly node?: Node;
  readonly key?: Node;
  readonly missing: boolean;
  readonly complete: boolean;
  readonly items: readonly Node[];

  constructor(document: SourceDocument, member: Member) {
    this.document = document;
    this.node = member.node;
    this.key = member.key;
    this.missing = member.missing;
    const array = member.node?.type === 'array' ? member.node : undefined;
    this.items = array?.children ?? [];
    this.complete = member.missing || (array !== undefined && !document.isOpen(array));
  }

  /** The objects among the items; an item that is a placeholder is left out (and `complete` tells only of unquoted ones). */
  fields(most = mostItems): Fields[] {
    return this.items
      .filter((node) => node.type === 'object')
      .slice(0, most)
      .map((node) => read(this.document, { node, missing: false }));
  }

  /** The items as texts; numbers and other types have neither value nor raw text. */
  texts(): (Value<string> & { node: Node })[] {
    return this.items.slice(0, mostItems).map((node) => ({
      node,
      missing: false,
      ...(node.type === 'string' ? readText(this.document, node) : {}),
    }));
  }

  /** Whether an item is certain to be there: one that a template fills in may turn out to be none. */
  get filled(): boolean {
    return this.items.some((node) => this.complete || !this.document.isUnknown(node));
  }

  /** Certainly without an item: not there, or empty. */
  get empty(): boolean {
    return this.complete && this.items.length === 0;
  }

  /** Whether all items are objects or known texts and nothing can be added. */
  get certain(): boolean {
    return this.complete && this.items.every((node) => !this.document.isUnknown(node));
  }
}

/** Objects read before: many rules look at the same ones. A node belongs to one document and has one name. */
const known = new WeakMap<Node, Fields>();

function read(document: SourceDocument, member: Member): Fields {
  const { node } = member;
  if (node?.type !== 'object') return new Fields(document, member);
  const fields = known.get(node) ?? new Fields(document, member);
  known.set(node, fields);
  return fields;
}

function readText(document: SourceDocument, node: Node): { value?: string; raw: string } {
  const raw = String(node.value);
  return document.isUnknown(node) ? { raw } : { value: raw, raw };
}
