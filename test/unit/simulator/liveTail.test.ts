import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as logsModel from '@aws-sdk/client-cloudwatch-logs';
import type { StartLiveTailResponseStream } from '@aws-sdk/client-cloudwatch-logs';
import { shapeOf } from '../../simulator/http/shape.ts';
import type { LogGroup } from '../../simulator/logs/logGroup.ts';
import { eventually } from '../../support/eventually.ts';
import { openAccount, type OpenAccount } from './support/openAccount.ts';
import { departures } from './support/modelCheck.ts';
import { readMessages, type StreamMessage } from './support/readEventStream.ts';
import { signedHeaders } from './support/signedRequest.ts';

interface Tail {
  next(): Promise<StartLiveTailResponseStream | undefined>;
  /** Pushes the clock by a second and gives the update that comes of it. */
  second(): Promise<{ messages: string[]; sampled: boolean }>;
}

async function startTail(account: OpenAccount, groups: LogGroup[], more: object = {}): Promise<Tail> {
  const { responseStream } = await account.logs.startLiveTail({
    logGroupIdentifiers: groups.map((group) => group.arn),
    ...more,
  });
  assert.ok(responseStream);
  const iterator = responseStream[Symbol.asyncIterator]();
  const next = async (): Promise<StartLiveTailResponseStream | undefined> =>
    (await iterator.next()).value as StartLiveTailResponseStream;
  return {
    next,
    second: async () => {
      await account.pass(1);
      const event = await next();
      assert.ok(event?.sessionUpdate, JSON.stringify(event));
      const { sessionResults = [], sessionMetadata } = event.sessionUpdate;
      return { messages: sessionResults.map((each) => each.message ?? ''), sampled: sessionMetadata?.sampled ?? false };
    },
  };
}

/** The answer as it comes, without the SDK. */
function openRaw(account: OpenAccount, group: LogGroup, signal?: AbortSignal): Promise<Response> {
  const body = JSON.stringify({ logGroupIdentifiers: [group.arn] });
  const headers = signedHeaders(account.sim, { service: 'logs', target: 'Logs_20140328.StartLiveTail' }, body);
  return fetch(account.sim.url, { method: 'POST', headers, body, signal });
}

function put(account: OpenAccount, group: LogGroup, stream: string, ...messages: string[]): void {
  const timestamp = account.sim.clock.now();
  group.openStream(stream).put(messages.map((message) => ({ timestamp, message })));
}

test('a session starts, updates each second, and is quiet when nothing comes', async (t) => {
  const account = await openAccount(t);
  const group = account.region.logs.createGroup('/ecs/tide');
  const tail = await startTail(account, [group]);
  const start = (await tail.next())?.sessionStart;
  assert.deepEqual([start?.logGroupIdentifiers, start?.logStreamNames], [[group.arn], []]);
  assert.match(start?.sessionId ?? '', /^[0-9a-f-]{36}$/);
  assert.deepEqual(await tail.second(), { messages: [], sampled: false });
  put(account, group, 'web/1', 'one', 'two');
  put(account, group, 'web/2', 'three');
  assert.deepEqual(await tail.second(), { messages: ['one', 'two', 'three'], sampled: false });
  assert.deepEqual((await tail.second()).messages, []);
});

test('streams, prefixes and patterns choose what is seen', async (t) => {
  const account = await openAccount(t);
  const group = account.region.logs.createGroup('/ecs/tide');
  const named = await startTail(account, [group], { logStreamNames: ['web/1'] });
  const prefixed = await startTail(account, [group], {
    logStreamNamePrefixes: ['web/'],
    logEventFilterPattern: 'ERROR',
  });
  await named.next();
  await prefixed.next();
  put(account, group, 'web/1', 'fine', 'ERROR one');
  put(account, group, 'web/2', 'ERROR two');
  put(account, group, 'db/1', 'ERROR three');
  assert.deepEqual((await named.second()).messages, ['fine', 'ERROR one']);
  assert.deepEqual(
    ((await prefixed.next())?.sessionUpdate?.sessionResults ?? []).map((each) => each.message),
    ['ERROR one', 'ERROR two'],
  );
});

test('above 500 events a second a sample is sent, and said to be one', async (t) => {
  const account = await openAccount(t);
  const group = account.region.logs.createGroup('/ecs/tide');
  const tail = await startTail(account, [group]);
  await tail.next();
  put(account, group, 'web/1', ...Array.from({ length: 500 }, (_, index) => `line ${index}`));
  const full = await tail.second();
  assert.deepEqual([full.messages.length, full.sampled], [500, false]);
  put(account, group, 'web/1', ...Array.from({ length: 2000 }, (_, index) => `line ${index}`));
  const { messages, sampled } = await tail.second();
  assert.deepEqual([messages.length, sampled], [500, true]);
  const numbers = messages.map((message) => Number(message.slice(5)));
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => a - b),
    'what is left keeps its order',
  );
  assert.ok((numbers.at(-1) ?? 0) > 1000, 'from all over the second');
});

test('after three hours the session ends with SessionTimeoutException', async (t) => {
  const account = await openAccount(t);
  const group = account.region.logs.createGroup('/ecs/tide');
  const tail = await startTail(account, [group]);
  await tail.next();
  await account.pass(3 * 3600);
  const ended = (async () => {
    for (;;) await tail.next();
  })();
  await assert.rejects(ended, { name: 'SessionTimeoutException' });
  assert.equal(account.region.logs.sessions.size, 0);
});

test('a session that the reader leaves is forgotten', async (t) => {
  const account = await openAccount(t);
  const { logs } = account.region;
  const group = logs.createGroup('/ecs/tide');
  const abort = new AbortController();
  await openRaw(account, group, abort.signal);
  assert.deepEqual([logs.sessions.size, group.tails.size], [1, 1]);
  abort.abort();
  await eventually('the end of the session', () => logs.sessions.size === 0);
  assert.equal(group.tails.size, 0);
});

test('the other exception, resets and errors within the stream', async (t) => {
  const account = await openAccount(t);
  const group = account.region.logs.createGroup('/ecs/tide');
  const tail = await startTail(account, [group]);
  await tail.next();
  const [session] = account.region.logs.sessions;
  session?.fail('SessionStreamingException', 'An unknown error occurred.');
  await assert.rejects(tail.next(), { name: 'SessionStreamingException', message: /unknown error/ });
  for (const kind of ['streamReset', 'streamError'] as const) {
    account.sim.faults.add({ operation: 'logs:StartLiveTail', kind, ms: 20, count: 1 });
    const spoilt = await startTail(account, [group]);
    await assert.rejects(
      (async () => {
        for (;;) if ((await spoilt.next()) === undefined) throw new Error('ended');
      })(),
    );
  }
});

test('what is refused: a group that is not there, `:*`, streams of two groups, too many groups and sessions', async (t) => {
  const account = await openAccount(t);
  const { logs } = account.region;
  const group = logs.createGroup('/ecs/tide');
  const other = logs.createGroup('/ecs/ebb');
  const start = (logGroupIdentifiers: string[], more: object = {}) =>
    account.logs.startLiveTail({ logGroupIdentifiers, ...more });
  await assert.rejects(start([`${group.arn}x`]), {
    name: 'ResourceNotFoundException',
    message: 'The specified log group does not exist.',
  });
  await assert.rejects(start([`${group.arn}:*`]), { name: 'InvalidParameterException' });
  await assert.rejects(start([group.arn, other.arn], { logStreamNames: ['a'] }), { name: 'InvalidParameterException' });
  await assert.rejects(start(Array.from({ length: 11 }, () => group.arn)), { name: 'InvalidParameterException' });
  for (let index = 0; index < 15; index++) await start([group.arn]);
  await assert.rejects(start([group.arn]), { name: 'LimitExceededException' });
});

test('on the wire: initial-response first, lengths, checksums and headers as AWS writes them, payloads of the model', async (t) => {
  const account = await openAccount(t);
  const group = account.region.logs.createGroup('/ecs/tide');
  const response = await openRaw(account, group);
  assert.equal(response.headers.get('content-type'), 'application/vnd.amazon.eventstream');
  const messages: StreamMessage[] = [];
  let rest = Buffer.alloc(0);
  assert.ok(response.body);
  for await (const chunk of response.body) {
    const read = readMessages(Buffer.concat([rest, chunk]));
    messages.push(...read.messages);
    rest = Buffer.from(read.rest);
    if (messages.length === 2) {
      put(account, group, 'web/1', 'grüße');
      void account.sim.clock.advance(1000);
    }
    if (messages.length >= 3) break;
  }
  assert.deepEqual(
    messages.map((message) => message.headers[':event-type']),
    ['initial-response', 'sessionStart', 'sessionUpdate'],
  );
  assert.deepEqual(messages[2]?.headers, {
    ':event-type': 'sessionUpdate',
    ':content-type': 'application/json',
    ':message-type': 'event',
  });
  const model = logsModel as unknown as Record<string, unknown>;
  assert.deepEqual(departures(shapeOf(model['LiveTailSessionStart$']), messages[1]?.payload), []);
  assert.deepEqual(departures(shapeOf(model['LiveTailSessionUpdate$']), messages[2]?.payload), []);
  assert.match(JSON.stringify(messages[2]?.payload), /grüße/);
});
