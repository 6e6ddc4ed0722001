import { check } from '../../../../src/taskdef/check.ts';
import { parseDocument, type SourceDocument } from '../../../../src/taskdef/document/document.ts';
import type { CheckContext } from '../../../../src/taskdef/rule/checkContext.ts';
import type { Finding } from '../../../../src/taskdef/rule/finding.ts';
import { chooseTools } from '../../../../src/taskdef/siblings/chooseTools.ts';
import { type OwnFile, siblingsOf } from './ownFiles.ts';

const longestMark = 40;

export function read({ path, text }: OwnFile): SourceDocument {
  return parseDocument(text, { path });
}

/** What the editor finds in a file: with what lies beside it, and with the tool that this shows. */
export async function findingsIn(file: OwnFile): Promise<Finding[]> {
  const siblings = await siblingsOf(file);
  return findingsWith(read(file), { ...chooseTools(undefined, siblings), siblings });
}

/** The findings of a check in which a rule that throws fails the test. */
export function findingsWith(document: SourceDocument, context: CheckContext = {}): Finding[] {
  return check(document, context, (rule, cause) => {
    throw new Error(`rule ${rule} threw`, { cause });
  });
}

/** The text that a finding marks. */
export function markedText(text: string, { range }: Finding): string {
  return text.slice(range.offset, range.offset + range.length);
}

/** Where a finding stands, as expectations say it: `12: "memory"`. */
export function placeOf(text: string, finding: Finding): string {
  const line = text.slice(0, finding.range.offset).split('\n').length;
  const marked = markedText(text, finding).replaceAll(/[ \t\r\n]+/g, ' ');
  return `${line}: ${marked.slice(0, longestMark)}`;
}
