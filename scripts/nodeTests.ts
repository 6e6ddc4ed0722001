import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLeashed } from '../test/host/leash.ts';
import type { PhaseResult } from './testPhase.ts';

export interface NodeTestLimits {
  /** Files at once. */
  readonly concurrency: number;
  /** How long one test may take. */
  readonly testMs: number;
  /** How long all may take together. */
  readonly allMs: number;
}

/**
 * Runs test files with Node's own test runner in processes of their own, which end with this one. What is still running
 * at the limit is ended and named.
 */
export async function runNodeTests(
  files: readonly string[],
  limits: NodeTestLimits,
  grep?: string,
): Promise<PhaseResult> {
  const scratch = await mkdtemp(join(tmpdir(), 'ecs-workbench-tests-'));
  try {
    const summary = join(scratch, 'summary.tap');
    const flags = [...testFlags(summary, limits), ...(grep === undefined ? [] : [`--test-name-pattern=${grep}`])];
    const run = startLeashed(process.execPath, [...flags, ...files]);
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
    return judge(readTapSummary(await readFile(summary, 'utf8').catch(() => '')), { code, overLimitMs, output });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function testFlags(summary: string, { concurrency, testMs }: NodeTestLimits): string[] {
  return [
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${testMs}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${summary}`,
  ];
}

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** The numbers at the end of a TAP report; undefined when it breaks off before. */
export function readTapSummary(tap: string): TestCounts | undefined {
  const count = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? Number.NaN);
  const [passed, failed, cancelled] = [count('pass'), count('fail'), count('cancelled')];
  return Number.isNaN(passed + failed + cancelled) ? undefined : { passed, failed: failed + cancelled };
}

/** How a run of Node's test runner ended. */
export interface NodeTestEnd {
  readonly code: number;
  /** The limit at which it was ended, in ms. */
  readonly overLimitMs: number | undefined;
  readonly output: string;
}

/** Makes of a run's numbers and end a result in which nothing that went wrong is missing. */
export function judge(counts: TestCounts | undefined, { code, overLimitMs, output }: NodeTestEnd): PhaseResult {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 };
  // The report ends with what failed, or with what was running when it was interrupted.
  const details = output.slice(Math.max(0, output.search(/✖ failing tests:|Interrupted while running:/)));
  if (overLimitMs !== undefined) {
    const ended = `Ended because it took more than ${Math.round(overLimitMs / 1000)} s.`;
    return { passed, failed: failed + 1, details: `${ended}\n${details}` };
  }
  if (counts === undefined) return { passed, failed: 1, details: `The test runner ended with ${code}.\n${output}` };
  if (passed + failed === 0) return { passed, failed: 1, details: 'No test was found.' };
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), details };
}
