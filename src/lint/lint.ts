import { readFile } from 'node:fs/promises';
import { type LintArguments, readArguments, severities, usage } from './arguments.ts';
import { formatFindings } from './formatFindings.ts';
import { type LintFinding, lintText } from './lintFile.ts';

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
    output.complain(`${messageOf(error)}\n${usage}`);
    return 2;
  }
  if (call === 'help') {
    output.write(usage);
    return 0;
  }
  const findings: LintFinding[] = [];
  for (const file of call.files) {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      output.complain(`${file} cannot be read: ${messageOf(error)}\n`);
      return 2;
    }
    const found = lintText(file, text, call.tool);
    if (found) findings.push(...found);
    else output.complain(`${file} is no task definition; it was not checked.\n`);
  }
  const mildest = severities.indexOf(call.severity);
  output.write(
    formatFindings(
      findings.filter(({ severity }) => severities.indexOf(severity) <= mildest),
      call.format,
    ),
  );
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
