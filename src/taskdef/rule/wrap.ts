import type { SourceDocument } from '../document/document.ts';
import type { Node } from '../formats/node.ts';
import { indentUnit, newline, type Edit } from '../document/edits.ts';

/** Edits that put a bare container array into a task definition, the array one step further in. */
export function wrapContainers(document: SourceDocument, array: Node): Edit[] {
  const { text } = document;
  const step = indentUnit(text);
  const eol = newline(text);
  const body = text.slice(array.offset, array.offset + array.length).replaceAll('\n', `\n${step}`);
  const before = `{${eol}${step}"family": "my-task",${eol}${step}"containerDefinitions": `;
  return [{ offset: array.offset, length: array.length, text: `${before}${body}${eol}}` }];
}
