import type { TextDocument } from 'vscode';
import type { Finding } from '../../../taskdef/rule/finding.ts';
import { readDocument } from '../../common/documents/readDocument.ts';

/** What VS Code's own JSON support reports already: syntax, and in strict JSON duplicate keys, comments and trailing commas. */
const reportedAlready: Readonly<Record<string, ReadonlySet<string>>> = {
  json: new Set(['TD009', 'TD00B', 'TD00F']),
  jsonc: new Set(['TD009', 'TD00F']),
};

/** The findings of a document that nobody else shows. */
export function shownFindings(document: TextDocument): Finding[] {
  const others = reportedAlready[document.languageId];
  return readDocument(document).findings.filter(({ rule }) => !others?.has(rule));
}
