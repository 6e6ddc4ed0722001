import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Consent } from '../../../src/aws/connection/gate.ts';
import { registerRevision } from '../../../src/aws/change/revision.ts';
import { fetchFamilies, fetchTaskDefinition } from '../../../src/aws/read/taskDefinitions.ts';
import { AwsError } from '../../../src/aws/errors.ts';
import { diffFields } from '../../../src/taskdef/register/diffFields.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { registrableText } from '../../../src/taskdef/register/normalise.ts';
import { type RegisterInput, toRegisterInput } from '../../../src/taskdef/register/registerInput.ts';
import { type CommandStage, openStage } from './commandStage.ts';
import { changing } from '../../support/changing.ts';

/** Files to try beside those of the repository, one folder. */
const more = process.env['ECS_WORKBENCH_TASK_DEFINITIONS'];

/** Registering what DescribeTaskDefinition gives back changes nothing: neither for what is there nor for any file that registers. */
describe('what is registered, described and read again', () => {
  let shop: CommandStage;
  let consent: Consent;

  before(async () => {
    shop = await openStage({ clock: { held: true } });
    const { account } = await shop.connection.identity();
    consent = { account, region: shop.connection.region, resource: 'all', operation: 'RegisterTaskDefinition' };
  });
  after(() => shop.close());

  async function assertSame(family: string): Promise<void> {
    const described = await fetchTaskDefinition(shop.connection, family);
    const text = registrableText(described.taskDefinition, described.tags);
    const read = toRegisterInput(parseDocument(text, { kind: 'taskDefinition' }));
    assert.ok('input' in read, `${family}: ${JSON.stringify(read)}`);
    assert.deepEqual(diffFields(described, read.input), [], family);
  }

  it('is the same for every family of the account', async () => {
    const families = await fetchFamilies(shop.connection);
    assert.ok(families.length > 5);
    for (const family of families) await assertSame(family);
  });

  it('is the same for every file that registers', async () => {
    const folders = [join(import.meta.dirname, '../../workspace'), ...(more ? [more] : [])];
    let registered = 0;
    for (const path of folders.flatMap(jsonFiles)) {
      const read = toRegisterInput(parseDocument(readFileSync(path, 'utf8'), { path }));
      if (!('input' in read) || !(await register(read.input))) continue;
      registered++;
      const { family = '' } = read.input;
      const described = await fetchTaskDefinition(shop.connection, family);
      assert.deepEqual(diffFields(described, read.input), [], path);
      await assertSame(family);
    }
    assert.ok(registered > 0);
  });

  async function register(input: RegisterInput): Promise<boolean> {
    try {
      await registerRevision(await changing(shop.connection), { input, known: Infinity, isSame: () => false }, consent);
      return true;
    } catch (error) {
      if (error instanceof AwsError && error.kind === 'invalid') return false;
      throw error;
    }
  }
});

function jsonFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
}
