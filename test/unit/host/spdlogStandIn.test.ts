import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { createAsyncRotatingLogger } from '../../host/spdlogStandIn.ts';

describe('the stand-in for the logging module of VS Code', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'ecs-log-'))));
  after(() => rm(folder, { recursive: true }));

  it('writes plain text as it is, at the end of the turn', async () => {
    const path = join(folder, 'deep/plain.log');
    const logger = await createAsyncRotatingLogger('plain', path, 1000, 1);
    logger.clearFormatters();
    logger.info('one ');
    logger.error('two\n');
    await turn();
    assert.equal(await readFile(path, 'utf8'), 'one two\n');
    logger.drop();
  });

  it('writes time and level, and nothing below the level that is set', async () => {
    const path = join(folder, 'levels.log');
    const logger = await createAsyncRotatingLogger('levels', path, 1000, 1);
    logger.setLevel(3);
    logger.info('not this');
    logger.warn('this');
    logger.flush();
    assert.match(await readFile(path, 'utf8'), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \[warning\] this\n$/);
    logger.drop();
    logger.error('nor what comes after the end');
  });

  it('keeps as many older files as it was told', async () => {
    const path = join(folder, 'rotating/log.txt');
    const logger = await createAsyncRotatingLogger('rotating', path, 10, 2);
    logger.clearFormatters();
    for (const text of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd']) {
      logger.info(text);
      logger.flush();
    }
    logger.drop();
    assert.deepEqual((await readdir(join(folder, 'rotating'))).sort(), ['log.1.txt', 'log.2.txt', 'log.txt']);
    assert.equal(await readFile(path, 'utf8'), 'dddddddd');
    assert.equal(await readFile(join(folder, 'rotating/log.2.txt'), 'utf8'), 'bbbbbbbb');
  });
});
