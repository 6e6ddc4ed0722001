import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeWithToken } from '../../../src/aws/change/once.ts';
import { AwsError } from '../../../src/aws/errors.ts';

const timer = { now: () => 0, sleep: () => Promise.resolve() };
const lost = new AwsError('network', 'The connection was reset.', { code: 'ECONNRESET' });
const unreachable = new AwsError('network', 'No connection.', { code: 'ECONNREFUSED' });
const expired = new AwsError('expired', 'The token has expired.');
const invalid = new AwsError('invalid', 'No such subnet.');

/** Kind of the error in which the sends end, or `answer`. */
async function run(...ends: AwsError[]): Promise<string> {
  let sent = 0;
  const send = async (): Promise<string> => {
    const error = ends[sent++];
    if (error) throw error;
    return 'answer';
  };
  return changeWithToken({ timer }, 'ecs:RunTask', send).catch((error: AwsError) => error.kind);
}

test('a lost answer is asked for again', async () => {
  assert.equal(await run(lost), 'answer');
  assert.equal(await run(lost, unreachable, lost), 'answer');
});

test('what may have arrived is uncertain, whatever keeps it from being asked for again', async () => {
  assert.equal(await run(lost, lost, lost, lost), 'uncertain');
  assert.equal(await run(lost, unreachable, unreachable, unreachable), 'uncertain');
  assert.equal(await run(lost, expired), 'uncertain');
});

test('what never arrived, or was refused for what it is, is told as that', async () => {
  assert.equal(await run(unreachable, unreachable, unreachable, unreachable), 'network');
  assert.equal(await run(unreachable, expired), 'expired');
  assert.equal(await run(expired), 'expired');
  assert.equal(await run(lost, invalid), 'invalid');
});
