import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  asyncProperty,
  type Arbitrary,
  array,
  assert as assertProperty,
  boolean,
  constantFrom,
  integer,
  record,
} from 'fast-check';
import { AwsError } from '../../../src/aws/errors.ts';
import { GroupFollower } from '../../../src/logs/follow/groupFollower.ts';
import type { LogEvent } from '../../../src/logs/lines/logLine.ts';
import { HeldLogGroup } from './heldLogGroup.ts';
import { HeldTimer } from '../../support/heldTimer.ts';

/** A small generator, so that one number names a whole schedule. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const schedule = record({
  seed: integer(),
  streams: integer({ min: 1, max: 6 }),
  /** Lines a second over all streams. */
  rate: integer({ min: 1, max: 60 }),
  seconds: integer({ min: 5, max: 100 }),
  /** Milliseconds by which each stream is later than the one before it, always. */
  streamLag: constantFrom(0, 400, 3000),
  latest: constantFrom(0, 500, 20_000, 60_000),
  visibleAfter: constantFrom(0, 300, 4000),
  pageSize: constantFrom(1, 50, 1200, 10_000),
  emptyPages: constantFrom(0, 0.3),
  faults: constantFrom(0, 0.25),
  sampleAbove: constantFrom(5, 40, 500),
  liveDenied: boolean(),
  disturbances: array(constantFrom('drop', 'timeout', 'suspend'), { maxLength: 4 }),
  equalMessages: boolean(),
});
type Schedule = typeof schedule extends Arbitrary<infer T> ? T : never;

interface Written {
  id: string;
  stream: string;
  timestamp: number;
  ingestedAt: number;
}

interface Outcome {
  written: Written[];
  shown: { id: string; event: LogEvent }[];
}

async function play(plan: Schedule): Promise<Outcome> {
  const random = randomFrom(plan.seed);
  const timer = new HeldTimer();
  const group = new HeldLogGroup({
    timer,
    random,
    // Below this even an endless run would never catch up.
    pageSize: Math.max(plan.pageSize, plan.rate),
    emptyPages: plan.emptyPages,
    sampleAbove: plan.sampleAbove,
    latency: () => 5 + Math.floor(random() * 150),
    visibleAfter: () => Math.floor(random() * plan.visibleAfter),
    fault: (operation) => {
      if (operation === 'StartLiveTail' && plan.liveDenied) return new AwsError('denied', 'No.');
      return random() < plan.faults ? new AwsError(random() < 0.5 ? 'throttled' : 'network', 'Fault.') : undefined;
    },
  });
  const start = timer.now();
  const written: Written[] = [];
  writeLater(plan, timer, group, random, written);
  const shown: Outcome['shown'] = [];
  const follower = new GroupFollower(
    {
      api: group,
      timer,
      query: () => ({ region: 'eu-west-1', group: 'g', groupArn: 'arn', streamPrefixes: ['web/'] }),
      mode: 'auto',
      interval: () => 2000,
      overlap: 120_000,
      select: (events) => events,
      deliver: (events) => void shown.push(...events.map((event) => ({ id: event.message, event }))),
      notice: () => undefined,
    },
    start - 120_000,
  );
  await runDisturbed(plan, timer, group, follower, random, () => shown.length >= written.length);
  return { written, shown };
}

function writeLater(
  plan: Schedule,
  timer: HeldTimer,
  group: HeldLogGroup,
  random: () => number,
  written: Written[],
): void {
  const start = timer.now();
  for (let number = 0; number < plan.rate * plan.seconds; number++) {
    const at = start + Math.floor(random() * plan.seconds * 1000);
    const writer = Math.floor(random() * plan.streams);
    const stream = `web/app/${writer}`;
    timer.at(at, () => {
      const late = writer * plan.streamLag + (random() < 0.2 ? Math.floor(random() * plan.latest) : 0);
      const timestamp = Math.floor((timer.now() - late) / 10) * 10;
      const id = plan.equalMessages ? 'the same' : `line ${number}`;
      group.ingest(stream, [{ timestamp, message: id }]);
      group.ingest('other/app/1', [{ timestamp, message: 'not ours' }]);
      written.push({ id, stream, timestamp, ingestedAt: timer.now() });
    });
  }
}

async function runDisturbed(
  plan: Schedule,
  timer: HeldTimer,
  group: HeldLogGroup,
  follower: GroupFollower<LogEvent>,
  random: () => number,
  isCaughtUp: () => boolean,
): Promise<void> {
  let stop = new AbortController();
  let running = follower.run(stop.signal);
  for (const disturbance of plan.disturbances) {
    await timer.advance(Math.floor(random() * plan.seconds * 400));
    if (disturbance === 'drop') group.dropSessions();
    if (disturbance === 'timeout')
      group.dropSessions(Object.assign(new Error('3 h'), { name: 'SessionTimeoutException' }));
    if (disturbance !== 'suspend') continue;
    stop.abort();
    await timer.advance(0);
    await running;
    await timer.advance(Math.floor(random() * 20_000));
    stop = new AbortController();
    running = follower.run(stop.signal);
  }
  await timer.advance(plan.seconds * 1000 + 200_000);
  // Small pages of which many are empty or fail can take longer than the writing did.
  for (let more = 0; more < 20 && !isCaughtUp(); more++) await timer.advance(100_000);
  stop.abort();
  await timer.advance(0);
  await running;
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How many schedules each property is tried on: a sample in `npm test`, 200 in the soak run. */
const runs = Number(process.env['LOGS_RUNS'] ?? 8);

test('every line is shown exactly once, whichever source brings it', async () => {
  await assertProperty(
    asyncProperty(schedule, async (plan) => {
      const { written, shown } = await play(plan);
      const expected = tally(written.map((line) => `${line.stream}|${line.timestamp}|${line.ingestedAt}|${line.id}`));
      const actual = tally(
        shown.map(({ event }) => `${event.stream}|${event.timestamp}|${event.ingestionTime}|${event.message}`),
      );
      assert.deepEqual(actual, expected);
    }),
    { numRuns: runs },
  );
});

test('a stream’s lines stand in the order in which they were written', async () => {
  await assertProperty(
    asyncProperty(schedule, async (drawn) => {
      // What is late by less than a poll's head, and visible as soon as it is in, has no excuse.
      const plan: Schedule = { ...drawn, latest: 0, visibleAfter: 0, equalMessages: false };
      const { written, shown } = await play(plan);
      const place = new Map(shown.map(({ id }, at) => [id, at]));
      const last = new Map<string, number>();
      for (const line of written) {
        const at = place.get(line.id) ?? -1;
        assert.ok(at > (last.get(line.stream) ?? -1), `${line.id} of ${line.stream} stands before an earlier line`);
        last.set(line.stream, at);
      }
    }),
    { numRuns: runs },
  );
});
