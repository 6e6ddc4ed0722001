import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FilteredLogEvent, FilterLogEventsRequest } from '@aws-sdk/client-cloudwatch-logs';
import { openAccount, type OpenAccount } from './support/openAccount.ts';

const GROUP = '/ecs/tide';

async function filled(account: OpenAccount, streams: number, events: number): Promise<number> {
  const start = account.sim.clock.now() - events * 1000;
  const group = account.region.logs.createGroup(GROUP);
  for (let stream = 0; stream < streams; stream++) {
    const batch = Array.from({ length: events }, (_, index) => ({
      timestamp: start + index * 1000,
      message: `s${stream} e${index}`,
    }));
    group.openStream(`web/${stream}`).put(batch);
  }
  return start;
}

async function filterAll(
  account: OpenAccount,
  input: FilterLogEventsRequest = {},
): Promise<{ events: FilteredLogEvent[]; pages: number }> {
  const events: FilteredLogEvent[] = [];
  let pages = 0;
  let nextToken: string | undefined;
  do {
    const page = await account.logs.filterLogEvents({ logGroupName: GROUP, ...input, nextToken });
    events.push(...(page.events ?? []));
    ({ nextToken } = page);
    pages++;
  } while (nextToken !== undefined);
  return { events, pages };
}

test('groups: made once, found by prefix and pattern, paged, kept and deleted', async (t) => {
  const account = await openAccount(t);
  const { logs } = account;
  for (let index = 0; index < 60; index++)
    await logs.createLogGroup({ logGroupName: `/ecs/app-${String(index).padStart(2, '0')}` });
  await assert.rejects(logs.createLogGroup({ logGroupName: '/ecs/app-00' }), {
    name: 'ResourceAlreadyExistsException',
  });
  await assert.rejects(logs.createLogGroup({ logGroupName: 'my group' }), { name: 'InvalidParameterException' });
  const first = await logs.describeLogGroups({ logGroupNamePrefix: '/ecs/' });
  assert.equal(first.logGroups?.length, 50);
  const rest = await logs.describeLogGroups({ logGroupNamePrefix: '/ecs/', nextToken: first.nextToken });
  assert.deepEqual([rest.logGroups?.length, rest.nextToken], [10, undefined]);
  const [group] = (await logs.describeLogGroups({ logGroupNamePattern: 'APP-07' })).logGroups ?? [];
  assert.equal(group?.arn, 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/app-07:*');
  assert.equal(group?.logGroupArn, 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/app-07');
  await logs.putRetentionPolicy({ logGroupName: '/ecs/app-07', retentionInDays: 14 });
  assert.equal(
    (await logs.describeLogGroups({ logGroupNamePrefix: '/ecs/app-07' })).logGroups?.[0]?.retentionInDays,
    14,
  );
  await logs.deleteLogGroup({ logGroupName: '/ecs/app-07' });
  assert.deepEqual((await logs.describeLogGroups({ logGroupNamePrefix: '/ecs/app-07' })).logGroups, []);
  await assert.rejects(logs.describeLogGroups({ limit: 60 }), {
    name: 'InvalidParameterException',
    message:
      "1 validation error detected: Value '60' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 50",
  });
});

test('streams: ordered by name or last event, found by prefix, with their times', async (t) => {
  const account = await openAccount(t);
  const { logs } = account;
  const now = account.sim.clock.now();
  await logs.createLogGroup({ logGroupName: GROUP });
  for (const [index, name] of ['web/b', 'web/a', 'db/c'].entries()) {
    await logs.createLogStream({ logGroupName: GROUP, logStreamName: name });
    const timestamp = now - index * 1000;
    await logs.putLogEvents({ logGroupName: GROUP, logStreamName: name, logEvents: [{ timestamp, message: 'x' }] });
  }
  const names = async (input: object): Promise<(string | undefined)[]> =>
    ((await logs.describeLogStreams({ logGroupName: GROUP, ...input })).logStreams ?? []).map(
      (stream) => stream.logStreamName,
    );
  assert.deepEqual(await names({}), ['db/c', 'web/a', 'web/b']);
  assert.deepEqual(await names({ descending: true }), ['web/b', 'web/a', 'db/c']);
  assert.deepEqual(await names({ orderBy: 'LastEventTime', descending: true }), ['web/b', 'web/a', 'db/c']);
  assert.deepEqual(await names({ logStreamNamePrefix: 'web/' }), ['web/a', 'web/b']);
  await assert.rejects(names({ orderBy: 'LastEventTime', logStreamNamePrefix: 'web/' }), {
    name: 'InvalidParameterException',
    message: 'Cannot order by LastEventTime with a logStreamNamePrefix.',
  });
  await assert.rejects(names({ logGroupName: '/nowhere' }), {
    name: 'ResourceNotFoundException',
    message: 'The specified log group does not exist.',
  });
  const byArn = await logs.describeLogStreams({
    logGroupIdentifier: `arn:aws:logs:eu-west-1:123456789012:log-group:${GROUP}`,
    limit: 1,
  });
  const [stream] = byArn.logStreams ?? [];
  assert.equal(stream?.arn, `arn:aws:logs:eu-west-1:123456789012:log-group:${GROUP}:log-stream:db/c`);
  assert.deepEqual(
    [stream?.firstEventTimestamp, stream?.lastEventTimestamp, stream?.lastIngestionTime],
    [now - 2000, now - 2000, now],
  );
  await logs.deleteLogStream({ logGroupName: GROUP, logStreamName: 'db/c' });
  assert.deepEqual(await names({}), ['web/a', 'web/b']);
});

test('FilterLogEvents gives all streams in time order, page by page, without loss', async (t) => {
  const account = await openAccount(t);
  const start = await filled(account, 5, 400);
  const { events, pages } = await filterAll(account, { limit: 300 });
  assert.deepEqual([events.length, pages], [2000, 7]);
  const times = events.map((event) => event.timestamp ?? 0);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(events.map((event) => event.eventId)).size, 2000);
  assert.match(events[0]?.eventId ?? '', /^\d{56}$/);
  const some = await filterAll(account, {
    startTime: start + 1000,
    endTime: start + 3000,
    logStreamNamePrefix: 'web/1',
  });
  assert.deepEqual(
    some.events.map((event) => event.message),
    ['s1 e1', 's1 e2', 's1 e3'],
    'both ends count',
  );
  const named = await filterAll(account, { logStreamNames: ['web/0', 'web/2'], filterPattern: '"e399"' });
  assert.deepEqual(
    named.events.map((event) => event.logStreamName),
    ['web/0', 'web/2'],
  );
  const newest = await account.logs.filterLogEvents({
    logGroupName: GROUP,
    startFromHead: false,
    startTime: start,
    limit: 6,
  });
  assert.deepEqual(
    newest.events?.map((event) => event.message),
    ['s4 e399', 's3 e399', 's2 e399', 's1 e399', 's0 e399', 's4 e398'],
  );
  const older = await account.logs.filterLogEvents({
    logGroupName: GROUP,
    startTime: start,
    limit: 1,
    nextToken: newest.nextToken,
  });
  assert.deepEqual(
    older.events?.map((event) => event.message),
    ['s3 e398'],
    'the token keeps the direction',
  );
});

test('FilterLogEvents may answer with nothing and a token; tokens live a day and fit one search', async (t) => {
  const account = await openAccount(t);
  const { logs } = account.region;
  await filled(account, 2, 500);
  logs.scanLimit = 100;
  const scanned = await filterAll(account, { filterPattern: '"e499"' });
  assert.deepEqual([scanned.events.length, scanned.pages], [2, 10]);
  logs.scanLimit = 100_000;
  logs.emptyPages = 0.5;
  const chance = await filterAll(account, { limit: 50 });
  assert.equal(chance.events.length, 1000);
  assert.ok(chance.pages > 24, 'half of the pages are empty');
  logs.emptyPages = 0;
  const { nextToken } = await account.logs.filterLogEvents({ logGroupName: GROUP, limit: 1 });
  const invalid = { name: 'InvalidParameterException', message: 'The specified nextToken is invalid.' };
  await assert.rejects(account.logs.filterLogEvents({ logGroupName: GROUP, filterPattern: 'x', nextToken }), invalid);
  await assert.rejects(account.logs.filterLogEvents({ logGroupName: GROUP, nextToken: 'nonsense' }), invalid);
  await account.pass(25 * 3600);
  await assert.rejects(account.logs.filterLogEvents({ logGroupName: GROUP, limit: 1, nextToken }), invalid);
});

test('FilterLogEvents pages end at 10,000 events and at a megabyte', async (t) => {
  const account = await openAccount(t);
  const group = account.region.logs.createGroup(GROUP);
  const timestamp = account.sim.clock.now();
  group.openStream('small').put(Array.from({ length: 12_000 }, () => ({ timestamp, message: 'x' })));
  assert.equal((await account.logs.filterLogEvents({ logGroupName: GROUP })).events?.length, 10_000);
  group.openStream('big').put(Array.from({ length: 20 }, () => ({ timestamp, message: 'x'.repeat(100_000) })));
  const { events } = await account.logs.filterLogEvents({ logGroupName: GROUP, logStreamNames: ['big'] });
  assert.equal(events?.length, 10);
  await assert.rejects(account.logs.filterLogEvents({ logGroupName: GROUP, limit: 10_001 }), {
    name: 'InvalidParameterException',
  });
});

test('GetLogEvents walks both ways and ends when the token comes again', async (t) => {
  const account = await openAccount(t);
  const start = await filled(account, 1, 25);
  const get = (more: object) =>
    account.logs.getLogEvents({ logGroupName: GROUP, logStreamName: 'web/0', limit: 10, ...more });
  const tail = await get({});
  assert.deepEqual([tail.events?.length, tail.events?.at(-1)?.message], [10, 's0 e24'], 'the newest first, in order');
  assert.match(tail.nextForwardToken ?? '', /^f\/\d{56}$/);
  assert.match(tail.nextBackwardToken ?? '', /^b\/\d{56}$/);
  const seen: string[] = [];
  let token: string | undefined;
  for (;;) {
    const page = await get({ startFromHead: true, nextToken: token });
    seen.push(...(page.events ?? []).map((event) => event.message ?? ''));
    if (page.nextForwardToken === token) break;
    token = page.nextForwardToken;
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 25 }, (_, index) => `s0 e${index}`),
  );
  account.region.logs
    .openGroup(GROUP)
    .openStream('web/0')
    .put([{ timestamp: account.sim.clock.now(), message: 'late' }]);
  assert.deepEqual(
    (await get({ nextToken: token })).events?.map((event) => event.message),
    ['late'],
    'the end token goes on',
  );
  const back: string[] = [];
  for (let at = tail.nextBackwardToken; ;) {
    const page = await get({ nextToken: at });
    back.unshift(...(page.events ?? []).map((event) => event.message ?? ''));
    if (page.nextBackwardToken === at) break;
    at = page.nextBackwardToken;
  }
  assert.deepEqual(
    back,
    Array.from({ length: 15 }, (_, index) => `s0 e${index}`),
  );
  const range = await get({ startTime: start + 1000, endTime: start + 3000 });
  assert.deepEqual(
    range.events?.map((event) => event.message),
    ['s0 e1', 's0 e2'],
    'the end does not count',
  );
  await assert.rejects(get({ logStreamName: 'web/9' }), {
    name: 'ResourceNotFoundException',
    message: 'The specified log stream does not exist.',
  });
  await assert.rejects(get({ nextToken: 'nonsense' }), { name: 'InvalidParameterException' });
});

test('PutLogEvents: in order, not too old, not too new', async (t) => {
  const account = await openAccount(t);
  const { logs } = account;
  const now = account.sim.clock.now();
  await logs.createLogGroup({ logGroupName: GROUP });
  await logs.createLogStream({ logGroupName: GROUP, logStreamName: 's' });
  const put = (timestamps: number[]) =>
    logs.putLogEvents({
      logGroupName: GROUP,
      logStreamName: 's',
      logEvents: timestamps.map((timestamp) => ({ timestamp, message: 'x' })),
    });
  await assert.rejects(put([now, now - 1]), { name: 'InvalidParameterException' });
  const { rejectedLogEventsInfo } = await put([now - 15 * 86_400_000, now, now + 3 * 3_600_000]);
  assert.deepEqual(rejectedLogEventsInfo, { tooOldLogEventEndIndex: 1, tooNewLogEventStartIndex: 2 });
  assert.equal((await filterAll(account)).events.length, 1);
  await assert.rejects(logs.putLogEvents({ logGroupName: GROUP, logStreamName: 'nowhere', logEvents: [] }), {
    name: 'ResourceNotFoundException',
  });
});

test('late events are found where they belong, once they are ingested', async (t) => {
  const account = await openAccount(t);
  await filled(account, 1, 10);
  account.region.logs.ingestionDelay = 30_000;
  const timestamp = account.sim.clock.now() - 5500;
  account.region.logs
    .openGroup(GROUP)
    .openStream('web/0')
    .put([{ timestamp, message: 'late' }]);
  assert.equal((await filterAll(account)).events.length, 10);
  await account.pass(31);
  const { events } = await filterAll(account);
  const late = events.find((event) => event.message === 'late');
  assert.equal(events.indexOf(late ?? {}), 5);
  assert.ok((late?.ingestionTime ?? 0) - timestamp >= 30_000);
});
