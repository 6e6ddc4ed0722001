import { existsSync } from 'node:fs';
import type { HostVersion } from '../../test/host/hostVersions.ts';
import { runEditorTests } from '../../test/host/runEditorTests.ts';
import type { PhaseResult } from './testPhase.ts';

export interface EditorTestOptions {
  readonly version: HostVersion;
  readonly suites?: string;
  readonly grep?: string;
}

/**
 * The suites over what editions of VS Code do in their own ways: start, settings, watched files, output channels, the
 * network. The others use what all editions share in one way.
 */
const ofTheEdition = ['activation', 'connections', 'logChannel', 'lostRow', 'proxy', 'taskDefinitionSiblings'];

/** A pattern of the suites that `npm test` runs in both editions; the soak run has them all in both. */
export function suitesOfTheEdition(): string {
  for (const name of ofTheEdition)
    if (!existsSync(`test/editor/${name}.test.ts`)) throw new Error(`There is no suite test/editor/${name}.test.ts.`);
  return `test/editor/{${ofTheEdition.join()}}.test.ts`;
}

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
