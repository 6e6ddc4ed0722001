import type { SourceDocument } from '../document/document.ts';
import type { Node } from '../formats/node.ts';
import type { Edit } from '../document/edits.ts';
import { outputOnlyMembers } from '../members/outputOnly.ts';

/**
 * Edit that turns the answer of DescribeTaskDefinition into what can be registered: the inner object one step to the left, without
 * output-only members, with the tags that the answer has beside it. Undefined when the file is no such answer.
 */
export function unwrap(document: SourceDocument): Edit[] | undefined {
  const { root, text } = document;
  const members = root?.children ?? [];
  const inner = members.find((member) => member.children?.[0]?.value === 'taskDefinition')?.children?.[1];
  if (!root || inner?.type !== 'object') return undefined;
  const tags = members.find((member) => member.children?.[0]?.value === 'tags');
  const hasTags = (tags?.children?.[1]?.children?.length ?? 0) > 0;
  const kept = (inner.children ?? []).filter(
    (member) => !outputOnlyMembers.includes(String(member.children?.[0]?.value)),
  );
  const hasOwnTags = kept.some((member) => member.children?.[0]?.value === 'tags');
  const parts = kept.map((member) => text.slice(member.offset, member.offset + member.length));
  const step = indentStep(text, inner.offset, inner.children?.[0]?.offset);
  if (tags && hasTags && !hasOwnTags)
    parts.push(text.slice(tags.offset, tags.offset + tags.length).replaceAll('\n', `\n${step}`));
  return [asRoot(document, inner, parts)];
}

/** Edit that makes the members of an inner object, given as they stand in the file, all that the file holds. */
export function asRoot({ root, text }: SourceDocument, inner: Node, members: readonly string[]): Edit {
  const step = indentStep(text, inner.offset, inner.children?.[0]?.offset);
  const outer = lineIndent(text, inner.offset);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const flat = !text.slice(inner.offset, inner.offset + inner.length).includes('\n');
  const body = flat
    ? `{${members.join(', ')}}`
    : `{${eol}${step}${members.map((one) => one.replaceAll(`\n${outer}`, '\n')).join(`,${eol}${step}`)}${eol}}`;
  return { offset: root!.offset, length: root!.length, text: body };
}

/** What the members of the inner object are indented by beyond the object itself. */
function indentStep(text: string, offset: number, first: number | undefined): string {
  const outer = lineIndent(text, offset);
  const inner = first === undefined ? '' : lineIndent(text, first);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';
}

function lineIndent(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset) + 1, offset))![0];
}
