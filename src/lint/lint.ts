import { readFile } from 'node:fs/promises';
import { type LintArguments, readArguments, severities, usage } from './arguments.ts';
import { formatFindings } from './formatFindings.ts';
import { decode } from './decode.ts';
import { visibleLine } from '../ecs/text/visibleText.ts';
import { type LintFinding, lintText } from './lintFile.ts';
import { syntax } from '../taskdef/rules/structure/syntax.ts';

export interface LintOutput {
  write(text: string): void;
  complain(text: string): void;
}

/** Runs the command. Returns its exit status: 0 no errors, 1 findings of severity error, 2 the call cannot be carried out. */
export async function lint(argv: readonly string[], output: LintOutput): Promise<0 | 1 | 2> {
  let call: LintArguments | 'help';
  try {
    call = readArguments(argv);
  } catch (error) {
    output.complain(`${visibleLine(messageOf(error))}\n${usage}`);
    return 2;
  }
  if (call === 'help') {
    output.write(usage);
    return 0;
  }
  const findings: LintFinding[] = [];
  let unread = false;
  for (const file of call.files) {
    let bytes: Buffer;
    try {
      bytes = await readFile(file);
    } catch (error) {
      output.complain(`${visibleLine(`${file} cannot be read: ${messageOf(error)}`)}\n`);
      unread = true;
      continue;
    }
    const { text, utf16 } = decode(bytes);
    const found = lintText(file, text, call.tool);
    if (found) findings.push(...(utf16 ? [inUtf16(file)] : []), ...found);
    else output.complain(`${visibleLine(file)} is no task definition; it was not checked.\n`);
  }
  const mildest = severities.indexOf(call.severity);
  output.write(
    formatFindings(
      findings.filter(({ severity }) => severities.indexOf(severity) <= mildest),
      call.format,
    ),
  );
  if (unread) return 2;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function inUtf16(file: string): LintFinding {
  const message =
    'The file is in UTF-16, which the AWS CLI and the GitHub action cannot read: save it as UTF-8. PowerShell does with "Out-File -Encoding utf8".';
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { file, ...place, severity: 'error', rule: syntax.id, message, fixable: false };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
