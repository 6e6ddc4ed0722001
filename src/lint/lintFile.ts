import { check } from '../taskdef/check.ts';
import type { Tool } from '../taskdef/document/siblingFacts.ts';
import { parseDocument } from '../taskdef/document/document.ts';
import type { Severity } from '../taskdef/rule/finding.ts';

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
}

/** Findings in one file; undefined when it is no task definition and no service definition. */
export function lintText(file: string, text: string, tool?: Tool): LintFinding[] | undefined {
  const document = parseDocument(text, { path: file });
  if (document.kind === 'other') return undefined;
  const place = placesIn(text);
  return check(document, { tool }, (rule, error) => {
    throw new Error(`Rule ${rule} failed on ${file}.`, { cause: error });
  }).map(({ range, severity, rule, message, fixes }) => {
    const start = place(range.offset);
    const end = place(range.offset + range.length);
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
    };
  });
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
