import { parseArgs } from 'node:util';
import type { Tool } from '../taskdef/document/siblingFacts.ts';
import { tools } from '../taskdef/facts/toolNames.ts';
import type { Severity } from '../taskdef/rule/finding.ts';

export type LintFormat = 'text' | 'json' | 'github' | 'sarif';

export interface LintArguments {
  format: LintFormat;
  tool?: Tool;
  /** The mildest severity that is reported. */
  severity: Severity;
  /** Whether certain repairs are made. */
  fix: boolean;
  /** Files, folders and patterns. */
  files: string[];
}

const formats: readonly LintFormat[] = ['text', 'json', 'github', 'sarif'];
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const usage = `Usage: ecs-taskdef-lint [options] FILE|FOLDER|PATTERN…

Checks Amazon ECS task definitions and service definitions. In a folder, all files that are one are found, except in
node_modules and in what .gitignore leaves out. The deploy tool is taken from the repository's workflows, scripts and
configurations; severities, ignored rules and kinds of files from .vscode/settings.json.

  --format text|json|github|sarif   how findings are written (default: text)
  --fix                             make the repairs that are certain to be meant, and write the files
  --tool NAME                       what registers the file: ${tools.join(', ')}
  --severity LEVEL                  the mildest finding to report: ${severities.join(', ')} (default: info)
  --help                            this text

Exit status: 0 no errors, 1 findings of severity error, 2 the call cannot be carried out, or a file that was named
cannot be read or is none that is checked.
`;

/** Reads the command line. Throws an Error whose message says what is wrong with it. */
export function readArguments(argv: readonly string[]): LintArguments | 'help' {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      tool: { type: 'string' },
      severity: { type: 'string', default: 'info' },
      fix: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
  if (positionals.length === 0) throw new Error('No file is named.');
  return {
    format: choose('--format', values.format, formats),
    tool: values.tool === undefined ? undefined : choose('--tool', values.tool, tools),
    severity: choose('--severity', values.severity, severities),
    fix: values.fix,
    files: positionals,
  };
}

function choose<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new Error(`${option} is one of ${choices.join(', ')}, not "${value}".`);
  return found;
}
