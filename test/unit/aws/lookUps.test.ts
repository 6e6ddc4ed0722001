import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import type { Answer } from '../../../src/verify/lookUp.ts';
import type { AccountClaim } from '../../../src/taskdef/register/accountClaims.ts';
import { LookUps } from '../../../src/ui/editor/live/lookUps.ts';

const connection = {} as Connection;
const at = { offset: 0, length: 1 };
const role = (arn: string): AccountClaim => ({ kind: 'role', arn, use: 'task', at });
const good: Answer = { facts: ['there'], verdicts: [], lasting: true };

function stage() {
  const questions: { claim: AccountClaim; signal: AbortSignal; settle: PromiseWithResolvers<Answer> }[] = [];
  const clock = { now: 0 };
  const lookUps = new LookUps(
    (_connection, claim, signal) => {
      const settle = Promise.withResolvers<Answer>();
      signal.addEventListener('abort', () => settle.reject(new Error('cancelled')));
      questions.push({ claim, signal, settle });
      return settle.promise;
    },
    () => clock.now,
  );
  const get = (arn = 'a', signal = new AbortController().signal, of = connection): Promise<Answer> =>
    lookUps.get(of, role(arn), signal);
  return { questions, clock, get };
}

test('a good answer is remembered for a minute, of each connection apart', async () => {
  const { questions, clock, get } = stage();
  const first = get();
  const second = get();
  questions[0]?.settle.resolve(good);
  assert.deepEqual(await Promise.all([first, second, get()]), [good, good, good]);
  assert.equal(questions.length, 1);
  void get('a', undefined, {} as Connection);
  assert.equal(questions.length, 2);
  clock.now = 60_000;
  void get();
  assert.equal(questions.length, 3);
});

test('a failure is not remembered, nor what is not there', async () => {
  const { questions, get } = stage();
  const failing = get();
  questions[0]?.settle.reject(new Error('no network'));
  await assert.rejects(failing);
  const missing = get();
  questions[1]?.settle.resolve({ ...good, lasting: false });
  await missing;
  void get();
  assert.equal(questions.length, 3);
});

test('a question ends when the last who waits for it leaves, and the next asks anew', async () => {
  const { questions, get } = stage();
  const [one, other] = [new AbortController(), new AbortController()];
  const both = [get('a', one.signal), get('a', other.signal)];
  one.abort();
  await assert.rejects(both[0]!);
  assert.equal(questions[0]?.signal.aborted, false);
  other.abort();
  await assert.rejects(both[1]!);
  assert.equal(questions[0]?.signal.aborted, true);
  const again = get();
  questions[1]?.settle.resolve(good);
  assert.equal(await again, good);
  await assert.rejects(get('b', AbortSignal.abort()));
  assert.equal(questions.length, 2);
});

test('a hundred answers are remembered', async () => {
  const { questions, get } = stage();
  for (let i = 0; i <= 100; i++) {
    const asked = get(String(i));
    questions[i]?.settle.resolve(good);
    await asked;
  }
  await get('100');
  assert.equal(questions.length, 101);
  void get('0');
  assert.equal(questions.length, 102);
});
