import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { type NodeTestLimits, runNodeTests } from './nodeTests.ts';
import type { Slots } from './slots.ts';
import { joinResults, type PhaseResult } from './testPhase.ts';
import { runWindowTests } from './windowTests.ts';

/** Packs the extension, looks at the package, installs it into a fresh VS Code and tries it there. */
export async function runPackageTests(windows: Slots, limits: NodeTestLimits): Promise<PhaseResult> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    resolve(import.meta.dirname, '../build/package.ts'),
  ]);
  process.env.ECS_WORKBENCH_VSIX = /Packaged: (.+\.vsix) \(/.exec(stdout)?.[1] ?? '';
  process.env.ECS_WORKBENCH_PACKING = resolve('artifacts/packing.txt');
  await writeFile(process.env.ECS_WORKBENCH_PACKING, stdout + stderr);
  return joinResults([
    await runNodeTests(['test/package/bundle/*.test.ts'], limits),
    await runWindowTests(['test/package/*.test.ts'], windows, limits),
  ]);
}
