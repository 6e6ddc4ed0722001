import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startLeashed } from '../../test/host/leash.ts';
import { readTap, type TapReport } from './tapReport.ts';
import type { PhaseResult } from './testPhase.ts';

/** Guards against hanging: many times what it takes, for the machine may have other things to do. */
export interface NodeTestLimits {
  /** Files at once, each in a process of its own. */
  readonly concurrency: number;
  /** All files in one process, one after the other: for those that leave nothing behind, as starting takes time. */
  readonly inOneProcess?: boolean;
  /** How long one test may take. */
  readonly testMs: number;
  /** How long all may take together. */
  readonly allMs: number;
}

export interface NodeTestResult extends PhaseResult {
  /** The full titles of the tests that failed. */
  readonly failures: readonly string[];
}

/**
 * Runs test files with Node's own test runner in processes of their own, which end with this one. What is still running
 * at the limit is ended and named.
 */
export async function runNodeTests(
  files: readonly string[],
  limits: NodeTestLimits,
  grep?: string,
): Promise<NodeTestResult> {
  const scratch = await mkdtemp(join(tmpdir(), 'ecs-workbench-tests-'));
  try {
    const summary = join(scratch, 'summary.tap');
    const flags = [...testFlags(summary, limits), ...(grep === undefined ? [] : [`--test-name-pattern=${grep}`])];
    // Each file is a process of its own: what one has compiled, the next ones need not.
    const env = { ...process.env, NODE_COMPILE_CACHE: resolve('artifacts/compiled') };
    const run = startLeashed(process.execPath, [...flags, ...files], { env });
    let output = '';
    for (const stream of [run.stdout, run.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    let overLimitMs: number | undefined;
    const limit = setTimeout(() => {
      overLimitMs = limits.allMs;
      void run.end();
    }, limits.allMs);
    const code = await run.exited;
    clearTimeout(limit);
    return judge(readTap(await readFile(summary, 'utf8').catch(() => '')), { code, overLimitMs, output });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function testFlags(summary: string, { concurrency, inOneProcess, testMs }: NodeTestLimits): string[] {
  return [
    '--test',
    inOneProcess ? '--test-isolation=none' : `--test-concurrency=${concurrency}`,
    `--test-timeout=${testMs}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${summary}`,
  ];
}

/** How a run of Node's test runner ended. */
export interface NodeTestEnd {
  readonly code: number;
  /** The limit at which it was ended, in ms. */
  readonly overLimitMs: number | undefined;
  readonly output: string;
}

/** Makes of a run's report and end a result in which nothing that went wrong is missing. */
export function judge(report: TapReport | undefined, { code, overLimitMs, output }: NodeTestEnd): NodeTestResult {
  const found = report ?? { passed: 0, failed: 0, failures: [], skipped: [] };
  const { passed, failed, skipped } = found;
  // The report ends with what failed, or with what was running when it was interrupted.
  const details = output.slice(Math.max(0, output.search(/✖ failing tests:|Interrupted while running:/)));
  if (overLimitMs !== undefined) {
    const ended = `Ended because it took more than ${Math.round(overLimitMs / 1000)} s.`;
    return { ...found, failed: failed + 1, details: `${ended}\n${details}` };
  }
  if (report === undefined) return { ...found, failed: 1, details: `The test runner ended with ${code}.\n${output}` };
  if (passed + failed + skipped.length === 0) return { ...found, failed: 1, details: 'No test was found.' };
  return { ...found, failed: code === 0 ? failed : Math.max(failed, 1), details };
}
