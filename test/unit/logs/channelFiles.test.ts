import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { removeOldFiles } from '../../../src/ui/logs/channel/channelFiles.ts';

test('of a channel’s files the oldest are removed, and nobody else’s', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'ecs-channel-files-'));
  t.after(() => rm(folder, { recursive: true }));
  const outputs = join(folder, 'output_logging_20261126T120000');
  await mkdir(outputs);
  await mkdir(join(folder, 'ecs-workbench.ecs-workbench'));
  const ours = ['2-shopweb.1.log', '2-shopweb.log', '9-shopweb.log', '10-shopweb.log', '11-shopweb.log'];
  const others = ['1-Git.log', '3-shopweb2.log', '4-my-shopweb.log', 'shopweb.log'];
  for (const file of [...ours, ...others]) await writeFile(join(outputs, file), 'x'.repeat(100));

  await removeOldFiles(join(folder, 'ecs-workbench.ecs-workbench'), 'shop/web', 250);
  assert.deepEqual((await readdir(outputs)).sort(), [...others, '10-shopweb.log', '11-shopweb.log'].sort());
});

test('the files in use are kept after the extension host has started again, which counts anew', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'ecs-channel-files-'));
  t.after(() => rm(folder, { recursive: true }));
  const before = join(folder, 'output_logging_20261126T120000');
  const now = join(folder, 'output_logging_20261126T130000');
  for (const [outputs, file] of [
    [before, '40-web.log'],
    [before, '41-web.log'],
    [now, '3-web.log'],
    [now, '4-web.1.log'],
    [now, '4-web.log'],
  ] as const) {
    await mkdir(outputs, { recursive: true });
    await writeFile(join(outputs, file), 'x'.repeat(100));
  }
  await removeOldFiles(join(folder, 'ecs-workbench.ecs-workbench'), 'web', 350);
  assert.deepEqual(await readdir(before), []);
  assert.deepEqual((await readdir(now)).sort(), ['3-web.log', '4-web.1.log', '4-web.log']);
  await removeOldFiles(join(folder, 'ecs-workbench.ecs-workbench'), 'web', 50);
  assert.deepEqual((await readdir(now)).sort(), ['4-web.1.log', '4-web.log']);
});

test('where VS Code keeps its files elsewhere nothing is removed', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'ecs-channel-files-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '1-web.log'), 'x');
  await removeOldFiles(join(folder, 'ecs-workbench.ecs-workbench'), 'web', 0);
  assert.deepEqual(await readdir(folder), ['1-web.log']);
});
