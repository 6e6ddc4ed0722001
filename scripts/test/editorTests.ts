import type { HostVersion } from '../../test/host/hostVersions.ts';
import { runEditorTests } from '../../test/host/runEditorTests.ts';
import type { PhaseResult } from './testPhase.ts';

export interface EditorTestOptions {
  readonly version: HostVersion;
  readonly suites?: string;
  readonly grep?: string;
}

/** The suite that `npm test` runs in the oldest edition too: it starts there. The soak run has all suites in both. */
export const startSuite = 'test/editor/activation.test.ts';

/** Runs suites of test/editor inside one edition of VS Code. */
export async function runEditorSuites(options: EditorTestOptions): Promise<PhaseResult> {
  const run = await runEditorTests({ ...options, workspace: 'test/workspace', tell: console.log });
  return {
    passed: run.passed,
    failed: run.failures.length,
    flaky: run.flaky.map((text) => text.split('\n')[0] ?? text),
    skipped: run.skipped,
    note: `VS Code ${run.vscode ?? '?'}${run.host === 'npm' ? ' from npm' : ', desktop'}`,
    details: [
      ...run.failures.map((failure) => `✖ ${failure}`),
      ...run.flaky.map((text) => `✖ at first, then ✔ ${text}`),
    ].join('\n\n'),
  };
}
