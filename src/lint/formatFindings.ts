import type { Severity } from '../taskdef/rule/finding.ts';
import type { LintFormat } from './arguments.ts';
import type { LintFinding } from './lintFile.ts';

/** Findings as text for people, JSON for programs, or workflow commands that GitHub shows beside the lines. */
export function formatFindings(findings: readonly LintFinding[], format: LintFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(findings, undefined, 2)}\n`;
    case 'github':
      return findings.map((finding) => `${workflowCommand(finding)}\n`).join('');
    case 'text':
      return findings
        .map(
          ({ file, line, column, severity, rule, message }) =>
            `${file}:${line}:${column}: ${severity} ${rule}: ${message}\n`,
        )
        .join('');
  }
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
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
