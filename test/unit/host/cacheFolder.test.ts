import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { cachedFolder, cacheRoot } from '../../host/cacheFolder.ts';

describe('the cache', () => {
  let base: string;
  let root: string;
  before(async () => (base = await mkdtemp(join(tmpdir(), 'ecs-cache-'))));
  beforeEach(async () => (root = await mkdtemp(join(base, 'root-'))));
  after(() => rm(base, { recursive: true }));

  const writing = (text: string) => (folder: string) => writeFile(join(folder, 'content'), text);
  const content = (): Promise<string> => readFile(join(root, 'thing/content'), 'utf8');

  it('lies where the environment says, else in the cache folder of the user', () => {
    assert.equal(cacheRoot({ ECS_WORKBENCH_CACHE: '/c', XDG_CACHE_HOME: '/x' }), '/c');
    assert.equal(cacheRoot({ XDG_CACHE_HOME: '/x' }), '/x/ecs-workbench');
    assert.match(cacheRoot({}), /\.cache.ecs-workbench$/);
  });

  it('builds a folder once', async () => {
    assert.equal(await cachedFolder('thing', writing('first'), root), join(root, 'thing'));
    await cachedFolder('thing', writing('second'), root);
    assert.equal(await content(), 'first');
  });

  it('builds once when several ask at the same time', async () => {
    let builds = 0;
    const build = async (folder: string): Promise<void> => {
      builds++;
      await new Promise((resolve) => setImmediate(resolve));
      await writing('one')(folder);
    };
    await Promise.all([1, 2, 3].map(() => cachedFolder('thing', build, root)));
    assert.equal(builds, 1);
    assert.equal(await content(), 'one');
  });

  it('keeps nothing of a build that failed', async () => {
    const failing = async (folder: string): Promise<void> => {
      await writing('half')(folder);
      throw new Error('the network went away');
    };
    await assert.rejects(cachedFolder('thing', failing, root), /the network went away/);
    assert.deepEqual(await readdir(root), []);
    await cachedFolder('thing', writing('whole'), root);
    assert.equal(await content(), 'whole');
  });

  it('builds anew over what a killed build left behind', async () => {
    const dead = 2 ** 22 + 1;
    await mkdir(join(root, 'thing'));
    await mkdir(join(root, `thing.partial-${dead}-1234`));
    await mkdir(join(root, 'thing.lock'));
    await writeFile(join(root, 'thing.lock/pid'), String(dead));
    await cachedFolder('thing', writing('whole'), root);
    assert.equal(await content(), 'whole');
    assert.deepEqual(await readdir(root), ['thing']);
  });
});
