import { causeOf } from '../taskdef/byCause.ts';
import { check } from '../taskdef/check.ts';
import { parseDocument, type SourceDocument } from '../taskdef/document/document.ts';
import { applyEdits } from '../taskdef/document/edits.ts';
import type { FileKind } from '../taskdef/document/recognise.ts';
import { fixCertain } from '../taskdef/fixAll.ts';
import type { CheckContext } from '../taskdef/rule/checkContext.ts';
import type { Finding, Severity } from '../taskdef/rule/finding.ts';

/** One finding with the place that people and tools count: lines and columns from 1, the end behind the last character. */
export interface LintFinding {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  severity: Severity;
  rule: string;
  message: string;
  fixable: boolean;
  /** What findings of one cause have in common; see byCause.ts. */
  cause?: string;
}

/** A file with what is known about it. */
export interface LintInput {
  /** As it is written in what is reported. */
  file: string;
  text: string;
  /** Undefined where name and text tell it. */
  kind?: FileKind;
  context: CheckContext;
}

/** Findings in one file; undefined when it is no task definition and no service definition. */
export function lintText({ file, text, kind, context }: LintInput): LintFinding[] | undefined {
  const document = parseDocument(text, { path: file, kind });
  if (document.kind === 'other') return undefined;
  const place = placesIn(text);
  return findingsIn(document, file, context).map(({ range, severity, rule, message, fixes }) => {
    const start = place(range.offset);
    const end = place(range.offset + range.length);
    const cause = causeOf({ fixes });
    return {
      file,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      severity,
      rule,
      message,
      fixable: fixes.length > 0,
      ...(cause === undefined ? {} : { cause }),
    };
  });
}

/** The text with the repairs that are certain, and how many findings of each rule that takes away; undefined where there are none. */
export function fixText({
  file,
  text,
  kind,
  context,
}: LintInput): { text: string; repaired: Map<string, number> } | undefined {
  const document = parseDocument(text, { path: file, kind });
  const edit = document.kind === 'other' ? undefined : fixCertain(document, context);
  if (!edit) return undefined;
  const fixed = applyEdits(text, [edit]);
  const before = countByRule(findingsIn(document, file, context));
  const after = countByRule(findingsIn(parseDocument(fixed, { path: file, kind }), file, context));
  const repaired = [...before].map(([rule, count]) => [rule, count - (after.get(rule) ?? 0)] as const);
  return { text: fixed, repaired: new Map(repaired.filter(([, count]) => count > 0)) };
}

function findingsIn(document: SourceDocument, file: string, context: CheckContext): Finding[] {
  return check(document, context, (rule, error) => {
    throw new Error(`Rule ${rule} failed on ${file}.`, { cause: error });
  });
}

function countByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}
