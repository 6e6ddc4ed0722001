import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { it } from 'node:test';
import { isSupportedSystem } from '../../host/installCodeServer.ts';
import { createScratchProfile } from '../../host/scratchProfile.ts';
import { startServer } from '../../host/serverProcess.ts';

it('a port that is taken is named at once, and nothing is left', { skip: !isSupportedSystem() }, async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const profile = await createScratchProfile();
  await assert.rejects(startServer({ port, profile }), {
    message: `Port ${port} is in use by another program: choose another, or leave it out.`,
  });
  assert.equal(existsSync(profile.root), false);
});
