import { visibleLine } from '../ecs/text/visibleText.ts';
import { byCause } from '../taskdef/byCause.ts';
import type { Severity } from '../taskdef/rule/finding.ts';
import type { LintFormat } from './arguments.ts';
import { relativeUri, sarifLog } from './formatSarif.ts';
import type { LintFinding } from './lintFile.ts';

/**
 * Findings as text for people, JSON for programs, or workflow commands that GitHub shows beside the lines. A terminal or a
 * log reads all of them: what a file has in it gets no say over what is shown there.
 */
export function formatFindings(
  findings: readonly LintFinding[],
  format: LintFormat,
  uriOf: (file: string) => string = relativeUri,
): string {
  switch (format) {
    case 'json':
      return `${escapedJson(findings.map((finding) => ({ ...finding, cause: undefined })))}\n`;
    case 'github':
      return findings.map((finding) => `${workflowCommand(finding)}\n`).join('');
    case 'sarif':
      return `${escapedJson(sarifLog(findings, uriOf))}\n`;
    case 'text':
      return byCause(findings)
        .map(([first, ...more]) => {
          const { file, line, column, severity, rule, message } = first!;
          const others = more.length > 0 ? ` (and ${more.length} more of the same cause in this file)` : '';
          return `${visibleLine(`${file}:${line}:${column}: ${severity} ${rule}: ${message}${others}`)}\n`;
        })
        .join('');
  }
}

/** JSON lets everything but the C0 controls stand; escaped it is the same JSON. */
function escapedJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replaceAll(/[^\n -~]/g, (character) =>
    visibleLine(character) === character ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function workflowCommand({ file, line, column, endLine, endColumn, severity, rule, message }: LintFinding): string {
  // GitHub takes columns only where a finding stays on one line.
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  return `::${commands[severity]} file=${property(file)},line=${line},endLine=${endLine}${columns},title=${property(rule)}::${data(message)}`;
}

function data(text: string): string {
  return visibleLine(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
