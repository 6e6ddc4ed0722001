import { join } from 'node:path';
import { startLeashed } from '../../test/host/leash.ts';
import type { PhaseResult } from './testPhase.ts';

/** Runs `npm run check` and reads its last line. */
export async function runCheck(): Promise<PhaseResult> {
  const check = startLeashed(process.execPath, [join(import.meta.dirname, 'check.ts')]);
  let output = '';
  for (const stream of [check.stdout, check.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await check.exited;
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1, details: `The check ended with ${code}.\n${output}` };
  return { passed: Number(passed), failed: Number(failed), details: output };
}
