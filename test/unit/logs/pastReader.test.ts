import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { LogScope } from '../../../src/logs/sources/logScope.ts';
import { type PastOptions, PastReader } from '../../../src/logs/pastReader.ts';
import { guardMs } from '../../support/eventually.ts';
import { type LoggingService, region, startLoggingService } from '../../support/loggingService.ts';

describe('reading the past', () => {
  let service: LoggingService;
  let first = '';
  const now = Date.now();

  before(async () => {
    service = await startLoggingService();
    [first = ''] = await service.tasks();
    const id = first.split('/').at(-1);
    const put = (stream: string, from: number, count: number): void => {
      const events = Array.from({ length: count }, (_, at) => ({
        timestamp: from + at * 10,
        message: `${stream} ${at}`,
      }));
      service.group.openStream(stream).put(events);
    };
    put(`web/app/${id}`, now - 3_000_000, 12_000);
    put(`web/proxy/${id}`, now - 3_000_000, 3000);
    // ECS has forgotten this one, but the log group has not.
    put(`web/app/${'e'.repeat(32)}`, now - 3_400_000, 5);
  });

  afterEach(() => service.server.faults.clear());
  after(() => service.close());

  const serviceScope = (): LogScope => ({
    kind: 'service',
    clusterArn: service.clusterArn,
    serviceArn: service.serviceArn,
  });

  function reader(options: Partial<PastOptions> = {}): PastReader {
    return new PastReader({
      scope: serviceScope(),
      connection: service.connection,
      connectionFor: () => service.connection,
      range: { from: now - 3_600_000, to: now },
      newestFirst: false,
      ...options,
    });
  }

  async function readAll(from: PastReader): Promise<{ times: number[]; messages: string[]; pages: number }> {
    const times: number[] = [];
    const messages: string[] = [];
    for (let pages = 1; ; pages++) {
      const { lines, done } = await from.next(AbortSignal.timeout(guardMs));
      times.push(...lines.map((line) => line.timestamp));
      messages.push(...lines.map((line) => line.message));
      if (done) return { times, messages, pages };
    }
  }

  it('brings every line of all tasks once, in time order, forgotten tasks included', async () => {
    const { times, messages, pages } = await readAll(reader());
    assert.equal(messages.length, 15_005);
    assert.equal(new Set(messages).size, 15_005);
    assert.ok(times.every((time, at) => at === 0 || (times[at - 1] ?? 0) <= time));
    assert.ok(pages > 1);
  });

  it('brings the newest first when asked', async () => {
    const { times } = await readAll(reader({ newestFirst: true }));
    assert.equal(times.length, 15_005);
    assert.ok(times.every((time, at) => at === 0 || (times[at - 1] ?? Infinity) >= time));
  });

  it('merges the containers of a task, which have a reader each', async () => {
    const { times } = await readAll(
      reader({ scope: { kind: 'task', clusterArn: service.clusterArn, taskArn: first } }),
    );
    assert.equal(times.length, 15_000);
    assert.ok(times.every((time, at) => at === 0 || (times[at - 1] ?? 0) <= time));
  });

  it('reads a group picked by hand, by pattern and within the range only', async () => {
    const scope: LogScope = { kind: 'group', region, group: '/ecs/web', groupArn: service.group.arn };
    const range = { from: now - 3_000_000, to: now - 2_999_000 };
    const { messages } = await readAll(reader({ scope, range, filterPattern: 'proxy' }));
    assert.equal(messages.length, 101);
    const all = await readAll(reader({ scope, range }));
    assert.equal(all.messages.length, 202);
  });

  it('goes on with the same page after a failure', async () => {
    const past = reader();
    const first = await past.next(AbortSignal.timeout(guardMs));
    service.server.faults.add({ operation: 'logs:FilterLogEvents', kind: 'accessDenied', count: 1 });
    await assert.rejects(past.next(AbortSignal.timeout(guardMs)), { kind: 'denied' });
    const { messages } = await readAll(past);
    assert.equal(first.lines.length + messages.length, 15_005);
  });

  it('stops at once when cancelled, and can go on', async () => {
    const past = reader();
    await assert.rejects(past.next(AbortSignal.abort()));
    assert.equal((await readAll(past)).messages.length, 15_005);
  });
});
