import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { visibleLine } from '../ecs/text/visibleText.ts';
import { recognise } from '../taskdef/document/recognise.ts';
import { seemsToBe, strangerText } from '../taskdef/recognition/seemsToBe.ts';
import type { ToolUse } from '../taskdef/document/siblingFacts.ts';
import { syntax } from '../taskdef/rules/structure/syntax.ts';
import { chooseTools } from '../taskdef/siblings/chooseTools.ts';
import { Surroundings } from '../taskdef/siblings/surroundings.ts';
import { type LintArguments, readArguments, severities, usage } from './arguments.ts';
import { decode, encode } from './decode.ts';
import { diskTree, pathFrom, type Root, Roots } from './diskTree.ts';
import { type Candidate, findFiles } from './findFiles.ts';
import { formatFindings } from './formatFindings.ts';
import { relativeUri } from './formatSarif.ts';
import { fixText, type LintFinding, type LintInput, lintText } from './lintFile.ts';
import { WorkspaceSettings } from './settings.ts';
import { assumedTools, repairText, summaryOf } from './summary.ts';

export interface LintOutput {
  write(text: string): void;
  complain(text: string): void;
}

/** Runs the command. Returns its exit status: 0 no errors, 1 findings of severity error, 2 the call cannot be carried out. */
export async function lint(argv: readonly string[], output: LintOutput, cwd = process.cwd()): Promise<0 | 1 | 2> {
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
  return new Run(call, output, cwd).lint();
}

/** One run of the command. What a repository says is read once for all of its files. */
class Run {
  readonly #call: LintArguments;
  readonly #output: LintOutput;
  readonly #cwd: string;
  readonly #roots: Roots;
  readonly #settings = new WorkspaceSettings();
  readonly #surroundings = new Map<string, Surroundings>();
  readonly #findings: LintFinding[] = [];
  readonly #judged = new Map<string, readonly ToolUse[]>();
  #isIncomplete = false;

  constructor(call: LintArguments, output: LintOutput, cwd: string) {
    this.#call = call;
    this.#output = output;
    this.#cwd = cwd;
    this.#roots = new Roots(cwd);
  }

  async lint(): Promise<0 | 1 | 2> {
    const { files, severity, format } = this.#call;
    const { candidates, unmatched } = findFiles(files, this.#cwd, this.#roots);
    for (const pattern of unmatched) this.#fail(`${pattern} fits no file`);
    for (const candidate of candidates) await this.#lintFile(candidate);
    const mildest = severities.indexOf(severity);
    const reported = this.#findings.filter((finding) => severities.indexOf(finding.severity) <= mildest);
    this.#output.write(formatFindings(reported, format, (file) => relativeUri(this.#pathInRoot(file))));
    for (const line of assumedTools(this.#judged)) this.#say(line);
    this.#say(summaryOf(this.#judged.size, this.#findings));
    if (this.#isIncomplete) return 2;
    return this.#findings.some((finding) => finding.severity === 'error') ? 1 : 0;
  }

  async #lintFile({ path, isNamed }: Candidate): Promise<void> {
    let bytes: Buffer;
    try {
      bytes = readFileSync(resolve(this.#cwd, path));
    } catch (error) {
      return this.#fail(`${path} cannot be read: ${messageOf(error)}`);
    }
    const { text, encoding } = decode(bytes);
    const input = await this.#inputOf(path, text);
    if (input === undefined && isNamed) {
      this.#fail(`${path} was not checked: it seems to be ${strangerText(seemsToBe(path, text))}.`);
    }
    if (input === undefined || input === 'other') return;
    const fixed = this.#call.fix ? fixText(input) : undefined;
    if (fixed) {
      writeFileSync(resolve(this.#cwd, path), encode(fixed.text, encoding));
      this.#say(repairText(path, fixed.repaired));
    }
    if (encoding !== 'utf8') this.#findings.push(inUtf16(path));
    this.#findings.push(...(lintText({ ...input, text: fixed?.text ?? text }) ?? []));
    this.#judged.set(path, input.context.uses ?? []);
  }

  /** What is known about a file; undefined where it is none that is checked, and `other` where the settings say so. */
  async #inputOf(path: string, text: string): Promise<LintInput | 'other' | undefined> {
    const file = resolve(this.#cwd, path);
    const root = this.#roots.of(path);
    const settings = this.#settings.of(file, root.folder);
    const kind = settings.kind ?? recognise(file, text);
    if (kind === 'other') return settings.kind === 'other' ? 'other' : undefined;
    const { facts } = await this.#surroundingsOf(root).of(pathFrom(root.folder, file), text);
    const chosen = chooseTools(this.#call.tool ?? settings.tool, facts);
    const context = { ...chosen, siblings: facts, severities: settings.severities };
    return { file: path, text, kind, context };
  }

  #surroundingsOf({ folder, isRepository }: Root): Surroundings {
    const known = this.#surroundings.get(folder) ?? new Surroundings(diskTree(folder), isRepository);
    this.#surroundings.set(folder, known);
    return known;
  }

  /** Whoever named what is not checked thinks that it is. */
  #fail(why: string): void {
    this.#isIncomplete = true;
    this.#say(why);
  }

  #pathInRoot(path: string): string {
    return pathFrom(this.#roots.of(path).folder, resolve(this.#cwd, path));
  }

  #say(line: string): void {
    this.#output.complain(`${visibleLine(line)}\n`);
  }
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
