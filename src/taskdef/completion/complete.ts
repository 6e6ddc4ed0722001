import { isAboutService } from '../document/content.ts';
import type { CheckContext } from '../rule/checkContext.ts';
import type { CompletionItem } from './completionItem.ts';
import { propertyProposals } from './properties.ts';
import type { CompletionRequest, Proposal } from './request.ts';
import { valueProposals } from './values.ts';
import { markRefused } from './verify.ts';

import { cursorAt, type Cursor } from '../document/cursor.ts';
import { parseDocument, type SourceDocument } from '../document/document.ts';
import { indentOfLine, layOut, type Edit } from '../document/edits.ts';
import { Fields } from '../document/fields.ts';
import { nodeAt } from '../document/nodeAt.ts';
import { schemaAt } from '../document/schemaAt.ts';
import { escapeSnippet } from '../document/snippetText.ts';
import { readService } from '../document/service.ts';
import { readTask } from '../document/task.ts';

const longestRootless = 10_000;

/** What can be written at an offset, best first. Empty where the schema knows nothing, and in files that are not ours. */
export function complete(document: SourceDocument, offset: number, context: CheckContext = {}): CompletionItem[] {
  // A file that is too large to be read has no place to complete; an empty one has.
  if (document.kind === 'other' || (!document.root && document.text.length > longestRootless)) return [];
  const cursor = cursorAt(document, offset);
  if (cursor.place === 'none') return [];
  const place = schemaAt(document.kind, cursor.path);
  if (!place) return [];
  const request = toRequest(document, cursor, place, context);
  const proposals = cursor.place === 'key' ? propertyProposals(request) : valueProposals(request);
  const items = proposals.map((proposal, i) => toItem(request, proposal, i));
  return markRefused(document, items, context);
}

function toRequest(
  document: SourceDocument,
  cursor: Cursor,
  place: CompletionRequest['place'],
  context: CheckContext,
): CompletionRequest {
  const around = withoutToken(document, cursor);
  const task = readTask(around, context);
  const service = isAboutService(document.kind) ? readService(around, context) : undefined;
  const holderPath = cursor.place === 'key' ? cursor.path : cursor.path.slice(0, -1);
  const node = nodeAt(around, holderPath);
  const holder = new Fields(around, { node: node?.type === 'object' ? node : undefined, missing: false });
  const container = task.containers.find(
    ({ node: inner }) => inner.offset < cursor.token.offset && cursor.token.offset < inner.offset + inner.length,
  );
  return { document, cursor, place, task, service, holder, container, context };
}

/** A half-typed word, an open quote above all, can hide the rest of the file: without it more of it can be read. */
function withoutToken(document: SourceDocument, { token: { offset, length } }: Cursor): SourceDocument {
  if (length === 0 || document.errors.length === 0) return document;
  const { text, kind } = document;
  const blanked = text.slice(0, offset) + ' '.repeat(length) + text.slice(offset + length);
  const around = parseDocument(blanked, { kind });
  return around.errors.length < document.errors.length ? around : document;
}

function toItem({ document, cursor }: CompletionRequest, proposal: Proposal, index: number): CompletionItem {
  const { token, commaAfter, commaBefore, colonAfter } = cursor;
  const isKey = cursor.place === 'key';
  const indent = indentOfLine(document.text, token.offset);
  const name = proposal.label ?? String(proposal.value);
  const value = proposal.snippet ?? escapeSnippet(layOut(document.text, proposal.value, indent));
  const body = isKey
    ? propertyText(name, value.replaceAll('\n', `\n${proposal.snippet ? indent : ''}`), colonAfter)
    : value;
  const comma: Edit[] = commaBefore === undefined ? [] : [{ offset: commaBefore, length: 0, text: ',' }];
  return {
    label: name,
    kind: isKey ? 'property' : proposal.snippet ? 'snippet' : 'value',
    detail: proposal.refused ? [proposal.refused, proposal.detail].filter(Boolean).join(' · ') : proposal.detail,
    documentation: proposal.documentation,
    edit: { ...token, text: commaAfter && !(isKey && colonAfter) ? `${body},` : body },
    additionalEdits: [...comma, ...(proposal.also ?? [])],
    filterText: isKey || typeof proposal.value === 'string' ? `"${name}"` : name,
    // VS Code's own support for JSON offers $schema, and what other members of the file have.
    sortText: `${proposal.refused ? 'z' : '!'}a${String(index).padStart(3, '0')}`,
    refused: proposal.refused,
    isUsual: proposal.isUsual,
  };
}

function propertyText(name: string, value: string, colonAfter: boolean): string {
  return colonAfter ? JSON.stringify(name) : `${JSON.stringify(name)}: ${value}`;
}
