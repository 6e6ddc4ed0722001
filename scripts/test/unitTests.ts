import { readdir } from 'node:fs/promises';
import { runNodeTests, type NodeTestLimits } from './nodeTests.ts';
import { joinResults, type PhaseResult } from './testPhase.ts';

/** Folders of test/unit whose tests only compute: no servers, no environment, no stand-in for VS Code. */
const onlyComputing = new Set(['documents', 'ecs', 'house', 'lint', 'manifest', 'taskdef']);

/** Runs all of test/unit, which stands in folders: what only computes in one process, beside it each other file in its own. */
export async function runUnitTests(limits: NodeTestLimits): Promise<PhaseResult> {
  const folders = await readdir('test/unit');
  const filesOf = (names: readonly string[]): string[] => names.map((name) => `test/unit/${name}/**/*.test.ts`);
  return joinResults(
    await Promise.all([
      runNodeTests(filesOf(folders.filter((name) => onlyComputing.has(name))), { ...limits, inOneProcess: true }),
      runNodeTests(filesOf(folders.filter((name) => !onlyComputing.has(name))), limits),
    ]),
  );
}
