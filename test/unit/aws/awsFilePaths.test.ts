import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { awsFilePaths } from '../../../src/aws/profile/awsFilePaths.ts';
import { fetchSharedConfig } from '../../../src/aws/profile/configFiles.ts';
import { useScratchHome } from '../../support/scratchHome.ts';

describe('the files that are watched', () => {
  const before = process.env['AWS_CONFIG_FILE'];

  afterEach(() => {
    if (before === undefined) delete process.env['AWS_CONFIG_FILE'];
    else process.env['AWS_CONFIG_FILE'] = before;
  });

  it('are those that the SDK reads', async () => {
    const home = await useScratchHome();
    await writeFile(join(home.path, 'my-config'), '[profile mine]\nregion = eu-west-3\n');
    process.env['AWS_CONFIG_FILE'] = '~/my-config';
    assert.ok((await fetchSharedConfig()).profiles.has('mine'));
    assert.equal(awsFilePaths().config, join(home.path, 'my-config'));
    process.env['AWS_CONFIG_FILE'] = '';
    assert.equal(awsFilePaths().config, join(home.path, '.aws', 'config'));
    await home.remove();
  });
});
