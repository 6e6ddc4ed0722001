import { packageExtension } from './package.ts';
import type { NodeTestLimits } from './nodeTests.ts';
import type { PhaseResult } from './testPhase.ts';
import { runWindowTests } from './windowTests.ts';

/** Packs the extension, installs the package into a fresh VS Code and tries it there. */
export async function runPackageTests(limits: NodeTestLimits): Promise<PhaseResult> {
  process.env.ECS_WORKBENCH_VSIX = await packageExtension();
  return runWindowTests(['test/package/*.test.ts'], limits);
}
