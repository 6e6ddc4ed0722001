import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../document/document.ts';
import type { Node } from '../formats/node.ts';
import { insertMember, removeNode, replaceNode } from '../document/edits.ts';
import type { Fix } from './finding.ts';

/** Removes a member (given its value or its whole property) or an item. */
export function removeFix({ text }: SourceDocument, node: Node, name: string, preferred = true): Fix {
  return { title: l10n.t('Remove {0}', name), edits: [removeNode(text, node)], preferred };
}

/** Replaces a value. */
export function changeFix({ text }: SourceDocument, node: Node, value: unknown, preferred = true): Fix {
  return {
    title: l10n.t('Change to {0}', shorten(JSON.stringify(value))),
    edits: [replaceNode(text, node, value)],
    preferred,
  };
}

/** Adds a member to an object, behind the member `after` where it has one. */
export function addFix(
  { text }: SourceDocument,
  object: Node,
  name: string,
  value: unknown,
  options: { after?: string; preferred?: boolean } = {},
): Fix {
  const { after, preferred = true } = options;
  return {
    title: l10n.t('Add "{0}": {1}', name, shorten(JSON.stringify(value))),
    edits: [insertMember(text, object, name, value, after)],
    preferred,
  };
}

/** Sets a member: changes it where it is there, else adds it. */
export function setFix(document: SourceDocument, object: Node, name: string, value: unknown, preferred = true): Fix {
  const property = object.children?.find((member) => member.children?.[0]?.value === name);
  const node = property?.children?.[1];
  return node ? changeFix(document, node, value, preferred) : addFix(document, object, name, value, { preferred });
}

function shorten(json: string): string {
  return json.length > 50 ? `${json.slice(0, 47)}…` : json;
}
