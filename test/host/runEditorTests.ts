import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { bundleSuites } from './bundleSuites.ts';
import { cacheRoot } from './cacheFolder.ts';
import { findDesktopVSCode } from './desktop.ts';
import { readEditorReport, runProblem, type EditorResult } from './editorReport.ts';
import { hostEnvironment } from './hostEnvironment.ts';
import type { HostVersion } from './hostVersions.ts';
import { assertSupportedSystem, installCodeServer } from './installCodeServer.ts';
import { originalPlaces } from './originalPlaces.ts';
import { startLeashed, type LeashedProcess } from './leash.ts';
import { createScratchProfile, type ScratchProfile } from './scratchProfile.ts';

export interface EditorRunOptions {
  readonly version: HostVersion;
  /** Suites to run, a glob from the repository's root. */
  readonly suites?: string;
  /** Runs only the tests whose full title matches this regular expression. */
  readonly grep?: string;
  /** The extension under test; by default this repository. */
  readonly extension?: string;
  /** A folder whose copy the window opens. */
  readonly workspace?: string;
  /** Guards against hanging: how long VS Code may need to its first word, and then go without another. */
  readonly startLimitMs?: number;
  readonly silenceLimitMs?: number;
  readonly tell?: (line: string) => void;
}

export interface EditorRun extends EditorResult {
  /** The VS Code it ran in: `desktop` or `npm`. */
  readonly host: 'desktop' | 'npm';
  /** What VS Code and the extension host printed. */
  readonly output: string;
}

/** Settings that spare what is only drawn: nobody looks at these windows. */
const plainSettings = {
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.cursorBlinking': 'solid',
  'breadcrumbs.enabled': false,
  'workbench.reduceMotion': 'on',
};

const repository = resolve(import.meta.dirname, '../..');

/**
 * Runs suites inside a real VS Code through @vscode/test-electron: a desktop one where one can be had, else the
 * npm-only one. A test that hangs is named among the failures and VS Code is ended; nothing is left running.
 */
export async function runEditorTests(options: EditorRunOptions): Promise<EditorRun> {
  const desktop = await findDesktopVSCode(options.version);
  if (desktop === undefined) {
    assertSupportedSystem();
    await installCodeServer(options.version, options.tell);
  }
  const folder = await scratchFolder();
  try {
    const suites = await bundleSuites(join(folder, 'run.mjs'), options.suites);
    const report = join(folder, 'report.jsonl');
    const session = await startSession(desktop, suites, report, options);
    const result = await watchSession(session, report, options);
    const host = desktop === undefined ? 'npm' : 'desktop';
    const places = originalPlaces(suites);
    return { host, ...result, failures: result.failures.map(places), flaky: result.flaky.map(places) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// In the repository, so that what the suites import from node_modules is found.
async function scratchFolder(): Promise<string> {
  const artifacts = join(repository, 'artifacts/editor');
  await mkdir(artifacts, { recursive: true });
  return mkdtemp(join(artifacts, 'run-'));
}

async function startSession(
  desktop: string | undefined,
  suites: string,
  report: string,
  options: EditorRunOptions,
): Promise<LeashedProcess> {
  const profile = await createScratchProfile(plainSettings);
  const standIn = join(import.meta.dirname, 'executable.ts');
  if (desktop === undefined) await chmod(standIn, 0o755);
  const workspace = await copyWorkspace(profile, options.workspace);
  const runOptions = {
    vscodeExecutablePath: desktop ?? standIn,
    extensionDevelopmentPath: resolve(options.extension ?? repository),
    extensionTestsPath: suites,
    launchArgs: [workspace, `--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`],
  };
  const env = hostEnvironment(profile, {
    // For the first line of executable.ts, which asks for a `node`.
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    ECS_WORKBENCH_CACHE: cacheRoot(),
    ECS_WORKBENCH_HOST_VERSION: options.version,
    ECS_WORKBENCH_TEST_REPORT: report,
    ECS_WORKBENCH_TEST_GREP: options.grep,
  });
  const args = [join(import.meta.dirname, 'editorSession.ts'), JSON.stringify(runOptions)];
  return startLeashed(process.execPath, args, { cwd: repository, env, removeAfter: profile.root });
}

async function copyWorkspace(profile: ScratchProfile, source: string | undefined): Promise<string> {
  const workspace = join(profile.root, 'workspace');
  await mkdir(workspace);
  if (source !== undefined && existsSync(source)) await cp(source, workspace, { recursive: true });
  return workspace;
}

async function watchSession(
  session: LeashedProcess,
  report: string,
  options: EditorRunOptions,
): Promise<EditorResult & { output: string }> {
  let output = '';
  for (const stream of [session.stdout, session.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const { startLimitMs = minutes(10), silenceLimitMs = minutes(10) } = options;
  const silentForMs = await endWhenSilent(session, report, { startLimitMs, silenceLimitMs });
  const result = readEditorReport(await readFile(report, 'utf8').catch(() => ''));
  const problem = runProblem(result, { exitCode: await session.exited, silentForMs, output });
  return { ...result, failures: problem === undefined ? result.failures : [...result.failures, problem], output };
}

const minutes = (count: number): number => count * 60_000;

/** Ends the session when its report has not grown for too long; returns for how many ms, or undefined when it did. */
async function endWhenSilent(
  session: LeashedProcess,
  report: string,
  { startLimitMs, silenceLimitMs }: { startLimitMs: number; silenceLimitMs: number },
): Promise<number | undefined> {
  let silentForMs: number | undefined;
  let size = 0;
  let since = Date.now();
  const watch = setInterval(() => {
    const now = reportSize(report);
    if (now !== size) [size, since] = [now, Date.now()];
    const limit = size === 0 ? startLimitMs : silenceLimitMs;
    if (silentForMs !== undefined || Date.now() - since < limit) return;
    silentForMs = limit;
    void session.end();
  }, 250);
  await session.exited;
  clearInterval(watch);
  return silentForMs;
}

function reportSize(report: string): number {
  return statSync(report, { throwIfNoEntry: false })?.size ?? 0;
}
