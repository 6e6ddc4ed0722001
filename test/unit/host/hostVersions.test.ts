import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { hostEditions, parseHostVersion } from '../../host/hostVersions.ts';

it('a version is named by its age or by its release', () => {
  assert.equal(parseHostVersion('newest'), 'newest');
  assert.equal(parseHostVersion('1.104'), 'oldest');
  assert.equal(parseHostVersion('1.104.0'), 'oldest');
  assert.throws(() => parseHostVersion('1.1'), /Unknown VS Code version '1.1'/);
});

it('the oldest edition is the oldest that the manifest admits', async () => {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { engines: { vscode: string } };
  assert.equal(manifest.engines.vscode, `^${hostEditions.oldest.desktop}`);
});
