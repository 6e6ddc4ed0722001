import { glob } from 'node:fs/promises';
import { isSupportedSystem } from '../test/host/installCodeServer.ts';
import { runNodeTests, type NodeTestLimits } from './nodeTests.ts';
import type { PhaseResult } from './testPhase.ts';

/**
 * Runs test files that open windows, where there can be any: the npm-only VS Code is for Linux x64. A window on a busy
 * machine may be late for a test's patience, so a file that fails is run once more; that it needed it is said.
 */
export async function runWindowTests(
  patterns: readonly string[],
  limits: NodeTestLimits,
  grep?: string,
): Promise<PhaseResult> {
  if (!isSupportedSystem()) return { passed: 0, failed: 0, note: 'not run: needs Linux x64' };
  const results: PhaseResult[] = [];
  const again: string[] = [];
  for (const file of await filesOf(patterns)) {
    const first = await runNodeTests([file], limits, grep);
    if (first.failed > 0) again.push(file);
    results.push(first.failed > 0 ? await runNodeTests([file], limits, grep) : first);
  }
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    details: results.flatMap(({ details, failed }) => (failed > 0 && details ? [details] : [])).join('\n'),
    ...(again.length > 0 ? { note: `run a second time: ${again.join(', ')}` } : {}),
  };
}

async function filesOf(patterns: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const pattern of patterns) for await (const file of glob(pattern)) files.push(file);
  return files.sort();
}
