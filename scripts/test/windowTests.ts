import { glob } from 'node:fs/promises';
import { isSupportedSystem } from '../../test/host/installCodeServer.ts';
import { runNodeTests, type NodeTestLimits, type NodeTestResult } from './nodeTests.ts';
import type { Slots } from './slots.ts';
import { joinResults, type PhaseResult } from './testPhase.ts';

/**
 * Runs test files that open windows, where there can be any: the npm-only VS Code is for Linux x64. What the window
 * itself does at its own time may cross a test's steps, so a file that fails is run once more.
 */
export async function runWindowTests(
  patterns: readonly string[],
  windows: Slots,
  limits: NodeTestLimits,
  grep?: string,
): Promise<PhaseResult> {
  if (!isSupportedSystem()) return { passed: 0, failed: 0, note: 'not run: needs Linux x64' };
  const files = await filesOf(patterns);
  const runs = files.map((file) => windows.run(() => runTwice(file, () => runNodeTests([file], limits, grep))));
  return joinResults(await Promise.all(runs));
}

/**
 * Runs the tests of a file, and all of them once more when one fails: most stand on the ones before them, in a window
 * that they share. Those that failed at first and then passed are named as flaky.
 */
export async function runTwice(file: string, run: () => Promise<NodeTestResult>): Promise<PhaseResult> {
  const first = await run();
  if (first.failed === 0) return first;
  const second = await run();
  const failures = new Set(second.failures);
  const suspects = first.failures.length > 0 ? first.failures : [file];
  // A file that fails again without naming a test has not shown of any that it passes.
  const flaky = second.failed > 0 && failures.size === 0 ? [] : suspects.filter((title) => !failures.has(title));
  const details = [
    ...(flaky.length > 0 ? [`What failed at first in ${file}:`, first.details] : []),
    ...(second.failed > 0 ? [second.details] : []),
  ];
  return { ...second, flaky, details: details.join('\n') };
}

async function filesOf(patterns: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const pattern of patterns) for await (const file of glob(pattern)) files.push(file);
  return files.sort();
}
