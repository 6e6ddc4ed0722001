import { appendFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import type { EditorEvent } from '../../host/editorReport.ts';
import { endSimulatedAws } from './simulatedAws.ts';
import { collectUnhandled, type UnhandledErrors } from './unhandledErrors.ts';

/** A guard against hanging: longer than what a test waits for may take. */
const testLimitMs = 300_000;

/**
 * Runs the suites in this extension host and writes what happens to the report that the outside reads. Throws when a
 * test failed, or when an error anywhere in the extension host was left unhandled.
 */
export async function runSuites(suites: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  const unhandled = collectUnhandled();
  const mocha = new Mocha({ ui: 'bdd', timeout: testLimitMs, retries: 1, forbidOnly: true, reporter: Silent });
  if (process.env.ECS_WORKBENCH_TEST_GREP) mocha.grep(new RegExp(process.env.ECS_WORKBENCH_TEST_GREP));
  for (const [file, load] of Object.entries(suites)) {
    mocha.suite.emit('pre-require', globalThis, file, mocha);
    await load();
  }
  tell({ type: 'begin', vscode: vscode.version, total: mocha.suite.total() });
  let failed = await new Promise<number>((resolve) => report(mocha.run(resolve), unhandled));
  await endSimulatedAws();
  await turn();
  for (const error of unhandled.stop()) {
    failed++;
    tell({ type: 'fail', title: 'The extension host leaves no error unhandled', message: error });
  }
  tell({ type: 'end' });
  if (failed > 0) throw new Error(`${failed} failed`);
}

/** Keeps mocha from writing to the console; the report has it all. */
class Silent extends Mocha.reporters.Base {}

function report(runner: Mocha.Runner, unhandled: UnhandledErrors): void {
  runner.on('test', (test) => tell({ type: 'start', title: test.fullTitle() }));
  runner.on('hook', (hook) => tell({ type: 'start', title: hook.fullTitle() }));
  runner.on('pass', (test) => tell({ type: 'pass', title: test.fullTitle(), ms: test.duration ?? 0 }));
  runner.on('pending', (test) => tell({ type: 'skip', title: test.fullTitle() }));
  runner.on('retry', (test, error: Error) => {
    unhandled.forget(error);
    tell({ type: 'retry', title: test.fullTitle(), message: error.stack ?? String(error) });
  });
  runner.on('fail', (test, error: Error) => {
    unhandled.forget(error);
    tell({ type: 'fail', title: test.fullTitle(), message: error.stack ?? String(error) });
  });
}

// Synchronously: what was said last is known even when VS Code hangs or dies in the next moment.
function tell(event: EditorEvent): void {
  const path = process.env.ECS_WORKBENCH_TEST_REPORT;
  if (path) appendFileSync(path, `${JSON.stringify(event)}\n`);
}
