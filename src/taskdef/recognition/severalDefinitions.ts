import { memberOf, type Node } from '../formats/node.ts';

/**
 * The task definitions of a file that holds them in a list or under names of its own, as a script may read them. ECS and its tools
 * take one at a time. Empty for every other file.
 */
export function severalDefinitions(root: Node | undefined): Node[] {
  if (root?.type === 'array') return definitionsAmong(root.children);
  if (root?.type !== 'object' || isDefinition(root)) return [];
  const values = (root.children ?? []).flatMap(({ children }) => children?.[1] ?? []);
  const [only] = values;
  if (values.length === 1 && only?.type === 'array') return definitionsAmong(only.children);
  const named = definitionsAmong(values);
  return named.length > 1 ? named : [];
}

function definitionsAmong(nodes: readonly Node[] = []): Node[] {
  return nodes.every(({ type }) => type === 'object') ? nodes.flatMap((node) => definitionIn(node) ?? []) : [];
}

/** The task definition that an object is, or that it has as the answer of DescribeTaskDefinition. */
function definitionIn(node: Node): Node | undefined {
  if (isDefinition(node)) return node;
  const inner = memberOf(node, 'taskDefinition');
  return inner && isDefinition(inner) ? inner : undefined;
}

function isDefinition(node: Node): boolean {
  return memberOf(node, 'containerDefinitions') !== undefined;
}
