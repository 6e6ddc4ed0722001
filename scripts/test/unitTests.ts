import { glob, readdir } from 'node:fs/promises';
import { runNodeTests, type NodeTestLimits } from './nodeTests.ts';
import { joinResults, type PhaseResult } from './testPhase.ts';
import { Slots } from './slots.ts';

/** Folders of test/unit whose tests only compute: no servers, no environment, no stand-in for VS Code. */
const onlyComputing = ['diagnosis', 'documents', 'ecs', 'house', 'iam', 'lint', 'manifest', 'taskdef'];

/** So many cores work on them. */
const processes = 2;

/** Folders whose tests wait longest for answers and pauses, so that they do not end last and alone. */
const waitingMost = ['explorer', 'logs'];

/** Files in one process where they wait: others work meanwhile. */
const mostFiles = 12;

/**
 * Runs all of test/unit, which stands in folders: the tests of a folder share a process, for to start one and to load the
 * SDK takes longer than most files do. So a test may change what its process shares only between its hooks.
 */
export async function runUnitTests(limits: NodeTestLimits): Promise<PhaseResult> {
  const folders = [...new Set([...waitingMost, ...(await readdir('test/unit'))])];
  const waiting = folders.filter((name) => !onlyComputing.includes(name));
  const filesOfWaiting = await Promise.all(waiting.map((name) => filesIn([name])));
  const computing = await filesIn(onlyComputing);
  const parts = [
    ...partsOf(computing, Math.ceil(computing.length / processes)),
    ...filesOfWaiting.flatMap((files) => partsOf(files, mostFiles)),
  ];
  const slots = new Slots(limits.concurrency);
  return joinResults(
    await Promise.all(parts.map((files) => slots.run(() => runNodeTests(files, { ...limits, inOneProcess: true })))),
  );
}

async function filesIn(folders: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(folders.map((name) => `test/unit/${name}/**/*.test.ts`))) files.push(file);
  return files.sort();
}

function partsOf(files: readonly string[], size: number): (readonly string[])[] {
  return Array.from({ length: Math.ceil(files.length / size) }, (_, at) => files.slice(at * size, (at + 1) * size));
}
