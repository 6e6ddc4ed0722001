import type { Node } from '../formats/node.ts';

/** Replaces `length` UTF-16 units at `offset` by `text`. */
export interface Edit {
  offset: number;
  length: number;
  text: string;
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.offset - a.offset)) {
    result = result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length);
  }
  return result;
}

/** Replaces a node by a JSON value, laid out as the file is. */
export function replaceNode(text: string, node: Node, value: unknown): Edit {
  return { offset: node.offset, length: node.length, text: layOut(text, value, indentOfLine(text, node.offset)) };
}

/** Renames a member; `key` is the node of its name. */
export function renameKey(key: Node, name: string): Edit {
  return { offset: key.offset, length: key.length, text: JSON.stringify(name) };
}

/** Removes a member of an object or an item of an array, with one comma and the lines that become empty. */
export function removeNode(text: string, node: Node): Edit {
  const target = node.parent?.type === 'property' ? node.parent : node;
  const siblings = target.parent?.children ?? [];
  const index = siblings.indexOf(target);
  return removal(text, siblings, index, index);
}

/** Removes several members or items of one parent in edits that do not overlap. */
export function removeSiblings(text: string, nodes: readonly Node[]): Edit[] {
  const parent = nodes[0]?.parent;
  const siblings = parent?.children ?? [];
  const doomed = new Set(nodes);
  const edits: Edit[] = [];
  for (let i = 0; i < siblings.length; i++) {
    if (!doomed.has(siblings[i]!)) continue;
    let j = i;
    while (j + 1 < siblings.length && doomed.has(siblings[j + 1]!)) j++;
    edits.push(removal(text, siblings, i, j));
    i = j;
  }
  return edits;
}

function removal(text: string, siblings: readonly Node[], first: number, last: number): Edit {
  const next = siblings[last + 1];
  const previous = siblings[first - 1];
  const start = siblings[first]!.offset;
  const end = endOf(siblings[last]!);
  if (next) return { offset: start, length: next.offset - start, text: '' };
  if (previous) return { offset: endOf(previous), length: endIncludingComma(text, end) - endOf(previous), text: '' };
  const parent = siblings[first]!.parent!;
  return { offset: parent.offset + 1, length: parent.length - 2, text: '' };
}

function endIncludingComma(text: string, end: number): number {
  return /^\s*,/.test(text.slice(end, end + 100)) ? text.indexOf(',', end) + 1 : end;
}

/** Inserts a member at the end of an object (or behind the member `after`), laid out as its neighbours are. */
export function insertMember(text: string, object: Node, name: string, value: unknown, after?: string): Edit {
  return insertMembers(text, object, { [name]: value }, after);
}

/** Inserts several members at the end of an object (or behind the member `after`) in one edit. */
export function insertMembers(
  text: string,
  object: Node,
  added: Readonly<Record<string, unknown>>,
  after?: string,
): Edit {
  const members = object.children ?? [];
  const anchor = members.find((member) => member.children?.[0]?.value === after) ?? members.at(-1);
  const writers = Object.entries(added).map(
    ([name, value]) =>
      (indent: string) =>
        `${JSON.stringify(name)}: ${layOut(text, value, indent)}`,
  );
  return insertChildren(text, object, anchor, writers);
}

/** Inserts an item at the end of an array, laid out as its neighbours are. */
export function insertItem(text: string, array: Node, value: unknown): Edit {
  return insertChildren(text, array, array.children?.at(-1), [(indent) => layOut(text, value, indent)]);
}

type Writer = (indent: string) => string;

function insertChildren(text: string, parent: Node, anchor: Node | undefined, writers: readonly Writer[]): Edit {
  if (!anchor) return fillEmpty(text, parent, writers);
  const end = endOf(anchor);
  const indent = indentOfLine(text, anchor.offset);
  const ownLine = text.slice(text.lastIndexOf('\n', anchor.offset) + 1, anchor.offset).trim() === '';
  const separator = ownLine && text.includes('\n') ? `${newline(text)}${indent}` : ' ';
  const body = writers.map((write) => `${separator}${write(indent)}`).join(',');
  // A trailing comma that is there already serves as the separator.
  const comma = parent.children?.at(-1) === anchor && endIncludingComma(text, end) > end;
  return comma
    ? { offset: endIncludingComma(text, end), length: 0, text: body }
    : { offset: end, length: 0, text: `,${body}` };
}

function fillEmpty(text: string, parent: Node, writers: readonly Writer[]): Edit {
  const outer = indentOfLine(text, parent.offset);
  const indent = outer + indentUnit(text);
  const eol = newline(text);
  const body = writers.map((write) => `${eol}${indent}${write(indent)}`).join(',');
  const closing = parent.type === 'array' ? ']' : '}';
  return {
    offset: parent.offset,
    length: parent.length,
    text: `${text[parent.offset]}${body}${eol}${outer}${closing}`,
  };
}

/** JSON of a value with the file's indentation; short arrays and objects of the file's own size stay readable either way. */
export function layOut(text: string, value: unknown, indent: string): string {
  const json = JSON.stringify(value, undefined, indentUnit(text)) ?? 'null';
  const flat =
    Array.isArray(value) && value.every((item) => typeof item !== 'object')
      ? JSON.stringify(value).replaceAll('","', '", "')
      : json;
  return flat.replaceAll('\n', `${newline(text)}${indent}`);
}

export function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The file's step of indentation: the blanks before its first member. */
export function indentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text.slice(0, 2000))?.[1] ?? '  ';
}

export function indentOfLine(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function endOf(node: Node): number {
  return node.offset + node.length;
}
