import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SettingId } from '../../../src/manifest.ts';

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
  capabilities: { untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] } };
  contributes: { configuration: { properties: Record<string, { scope: string }> } };
};

/** Settings by which a workspace could lead somebody to another account, or take a protection away. */
const decisive: readonly SettingId[] = [
  'ecs.profile',
  'ecs.region',
  'ecs.connections',
  'ecs.fileConnections',
  'ecs.productionGuard',
];

test('an untrusted workspace chooses no account and no protection', () => {
  const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  assert.equal(supported, 'limited');
  for (const id of decisive) assert.ok(restrictedConfigurations.includes(id), id);
});

test('no workspace says where requests are sent', () => {
  assert.equal(manifest.contributes.configuration.properties['ecs.endpointUrl']?.scope, 'machine');
});
