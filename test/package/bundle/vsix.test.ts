import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { vsixFileCount } from '../../../scripts/build/vsixFileCount.ts';

const vsix = process.env.ECS_WORKBENCH_VSIX ?? '';
const packing = process.env.ECS_WORKBENCH_PACKING ?? '';
const repository = resolve(import.meta.dirname, '../../..');

describe('the package', () => {
  it('is small', async () => {
    assert.ok((await stat(vsix)).size <= 1_500_000);
    assert.ok((await stat(join(repository, 'dist/extension.js'))).size <= 60_000);
  });

  it('is not many files', async () => {
    const count = await vsixFileCount(vsix);
    assert.ok(count > 10 && count < 100, String(count));
  });

  it('is packed without a warning', async () => {
    const said = await readFile(packing, 'utf8');
    assert.match(said, /Packaged: /);
    assert.doesNotMatch(said, /warning/i);
  });
});
