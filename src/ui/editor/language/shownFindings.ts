import type { TextDocument } from 'vscode';
import { reportedByVsCode } from '../../../taskdef/reportedByVsCode.ts';
import type { Finding } from '../../../taskdef/rule/finding.ts';
import { readDocument } from '../../common/documents/readDocument.ts';

/** The findings of a document that nobody else shows. */
export function shownFindings(document: TextDocument): Finding[] {
  const others = reportedByVsCode(document.languageId);
  return readDocument(document).findings.filter(({ rule }) => !others.has(rule));
}
