import { setTimeout as delay } from 'node:timers/promises';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';

/** What one extension host measured: milliseconds and bytes. */
export interface HostMeasurement {
  ours: number;
  empty: number;
  oursHeap: number;
  emptyHeap: number;
  json: number;
}

const ids = { ours: 'ecs-workbench.ecs-workbench', empty: 'ecs-workbench.empty' } as const;

const settleMs = 1500;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Activates both extensions in this fresh host, first the one then, in the next host, the other. Reports nothing where VS
 * Code has opened a JSON file of its own before, and ours is already active.
 */
export async function run(): Promise<void> {
  // A host that is only just beginning is busy with itself.
  await delay(settleMs);
  if (Object.values(ids).some((id) => vscode.extensions.getExtension(id)?.isActive !== false)) return;
  const report = process.env['ECS_WORKBENCH_BENCH_REPORT'] ?? '';
  const runs = existsSync(report) ? readFileSync(report, 'utf8').split('\n').length : 0;
  const order = runs % 2 === 0 ? (['ours', 'empty'] as const) : (['empty', 'ours'] as const);
  const result: Partial<HostMeasurement> = {};
  let before = 0;
  const first = vscode.workspace.onDidOpenTextDocument(() => (before = performance.now()));
  for (const name of order) {
    collectGarbage();
    const heap = process.memoryUsage().heapUsed;
    const start = performance.now();
    await vscode.extensions.getExtension(ids[name])?.activate();
    result[name] = performance.now() - start;
    collectGarbage();
    result[`${name}Heap`] = process.memoryUsage().heapUsed - heap;
  }
  result.json = await openJson(() => before);
  first.dispose();
  appendFileSync(report, `${JSON.stringify(result)}\n`);
}

/**
 * What the listeners that were added between ours and the first take when a JSON file opens: ours, since listeners are
 * called in the order in which they were added.
 */
async function openJson(before: () => number): Promise<number> {
  const file = process.env['ECS_WORKBENCH_BENCH_JSON'] ?? '';
  let after = 0;
  const last = vscode.workspace.onDidOpenTextDocument(() => (after = performance.now()));
  await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  last.dispose();
  return after - before();
}
