/**
 * What stands in a file, whatever format it was read from: offsets are UTF-16 units in the file's own text, so that a
 * finding on a node is a finding in the file. Every format reads into this tree, and rules know no other.
 */
export interface Node {
  readonly type: NodeType;
  readonly offset: number;
  readonly length: number;
  /** Of a scalar: what it says, escapes resolved. */
  readonly value?: unknown;
  /** Of a property: where the sign between name and value stands. */
  readonly colonOffset?: number;
  readonly parent?: Node;
  /** Members of an object, items of an array; of a property its name and, unless it is still missing, its value. */
  readonly children?: readonly Node[];
}

type NodeType = 'object' | 'array' | 'property' | 'string' | 'number' | 'boolean' | 'null';

/** The value that a node stands for, in plain data without prototypes; a member without a value is left out. */
export function valueOf(node: Node): unknown {
  const { type, children = [] } = node;
  if (type === 'array') return children.map(valueOf);
  if (type !== 'object') return type === 'property' ? undefined : node.value;
  const object = Object.create(null) as Record<string, unknown>;
  for (const { children: [name, value] = [] } of children)
    if (name && value) object[String(name.value)] = valueOf(value);
  return object;
}

/** The value of an object's member; of several with one name the last, which is the one that counts. */
export function memberOf(object: Node, name: string): Node | undefined {
  if (object.type !== 'object') return undefined;
  const named = object.children?.findLast(({ children }) => children?.length === 2 && children[0]!.value === name);
  return named?.children?.[1];
}
