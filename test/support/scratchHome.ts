import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A home folder of its own for this process, until `remove`: what is kept in `~/.aws` goes there. */
export async function useScratchHome(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ecs-home-'));
  const before = process.env['HOME'];
  process.env['HOME'] = path;
  return {
    path,
    remove: async () => {
      if (before === undefined) delete process.env['HOME'];
      else process.env['HOME'] = before;
      await rm(path, { recursive: true, force: true });
    },
  };
}
