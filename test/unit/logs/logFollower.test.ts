import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { StopTaskCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { systemTimer, type Timer } from '../../../src/aws/timer.ts';
import type { LogLine } from '../../../src/logs/lines/logLine.ts';
import { eventually } from '../../support/eventually.ts';
import { follow, type Following } from '../../support/following.ts';
import { HeldTimer } from '../../support/heldTimer.ts';
import { type LoggingService, startLoggingService } from '../../support/loggingService.ts';
import { countRoundTrips, watchConnection } from '../../support/watchedConnection.ts';

/** Waits a tenth as long. */
const hasty: Timer = { ...systemTimer, sleep: (ms, signal) => systemTimer.sleep(ms / 10, signal) };

describe('following a service over HTTP', () => {
  let service: LoggingService;
  let first = '';
  let second = '';
  let following: Following | undefined;
  let count = 0;

  before(async () => {
    service = await startLoggingService();
    [first = '', second = ''] = await service.tasks();
  });

  afterEach(async () => {
    await following?.stop();
    following = undefined;
    service.server.faults.clear();
    service.server.latency.clear();
  });

  after(() => service.close());

  const line = (): string => `line ${++count}`;

  it('shows the past of all tasks in time order, in three round trips', async () => {
    const [one, two, three] = [line(), line(), line()];
    service.write(first, [one], 60_000);
    service.write(second, [two], 30_000);
    service.write(first, [three], 1000);
    const { connection, roundTrips } = countRoundTrips(service.connection);
    let needed: number | undefined;
    const show = (lines: LogLine[]): void => {
      needed ??= roundTrips();
      following?.lines.push(...lines);
    };
    following = follow(service, { connection, connectionFor: () => connection, show });
    await following.until(() => following?.lines.length === 3);
    assert.deepEqual(following.messages(), [one, two, three]);
    assert.equal(needed, 3);
    assert.equal(following.lines[0]?.writer.container, 'app');
    assert.equal(following.lines[0]?.writer.task, first.split('/').at(-1));
  });

  it('goes over to live tail and shows each line once', async () => {
    following = follow(service);
    await following.untilMarked('live');
    const shown = following.lines.length;
    const written = [line(), line(), line()];
    service.write(first, written);
    await following.until(() => following?.lines.length === shown + 3);
    assert.deepEqual(following.messages().slice(-3), written);
    assert.equal(new Set(following.messages()).size, following.lines.length);
  });

  it('polls where live tail is denied, and says so once', async () => {
    service.server.faults.add({ operation: 'logs:StartLiveTail', kind: 'accessDenied' });
    following = follow(service);
    await following.untilMarked('polling');
    const written = line();
    service.write(first, [written]);
    await following.until(() => following?.messages().includes(written) === true);
    const told = following.markers.filter((marker) => marker.kind === 'polling');
    assert.equal(told.length, 1);
    assert.equal(told[0]?.kind === 'polling' && told[0].reason, 'denied');
  });

  it('loses nothing when the live session breaks', async () => {
    service.server.faults.add({ operation: 'logs:StartLiveTail', kind: 'streamReset', ms: 1200, count: 1 });
    following = follow(service);
    await following.untilMarked('live');
    const written: string[] = [];
    for (let number = 0; number < 40; number++) {
      const text = line();
      written.push(text);
      service.write(number % 2 ? first : second, [text]);
      await delay(50);
    }
    await following.until(() => written.every((text) => following?.messages().includes(text)));
    assert.deepEqual(
      following.messages().filter((text) => written.includes(text)),
      written,
    );
  });

  it('ends its session on the server when it is stopped', async () => {
    const { sessions } = service.server.account.region('eu-west-3').logs;
    following = follow(service);
    await following.until(() => sessions.size === 1);
    await following.stop();
    await eventually('the end of the session', () => sessions.size === 0);
    following = undefined;
  });

  it('costs nothing while suspended, and goes on without a gap', async () => {
    const { connection, calls } = watchConnection(service.connection);
    following = follow(service, { connection, connectionFor: () => connection });
    await following.untilMarked('live');
    await following.stop();
    const before = calls();
    const missed = [line(), line()];
    service.write(first, missed);
    // Several times what it would wait before it asked again.
    await delay(1000);
    assert.equal(calls(), before);
    following.resume();
    await following.until(() => missed.every((text) => following?.messages().includes(text)));
    assert.equal(new Set(following.messages()).size, following.lines.length);
  });

  it('leaves out tasks of other services in the same group', async () => {
    following = follow(service);
    await following.untilMarked('live');
    service.group.openStream(`web/app/${'0'.repeat(32)}`).put([{ timestamp: Date.now(), message: 'a stranger' }]);
    const own = line();
    service.write(first, [own]);
    await following.until(() => following?.messages().includes(own) === true);
    assert.ok(!following.messages().includes('a stranger'));
  });

  it('tells of expired credentials, and goes on by itself', async () => {
    following = follow(service, { mode: 'polling', timer: hasty });
    await following.until(() => (following?.lines.length ?? 0) > 0);
    const expired = service.server.faults.add({ operation: 'logs:FilterLogEvents', kind: 'expiredToken', count: 1 });
    await following.untilMarked('trouble');
    assert.equal(expired.hits, 1);
    const written = line();
    service.write(first, [written]);
    await following.until(() => following?.messages().includes(written) === true);
    assert.ok(following.markers.some((marker) => marker.kind === 'recovered'));
  });

  it('follows a deployment: old tasks leave, new ones join, the revision changes', async () => {
    following = follow(service, { timer: hasty });
    await following.untilMarked('live');
    const taskDefinition = await service.register();
    await service.ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'web', taskDefinition }));
    await following.untilMarked('revision');
    await following.untilMarked('started', 2);
    await following.untilMarked('stopped');
    const fresh = (await service.tasks()).find((task) => task !== first && task !== second) ?? '';
    const written = line();
    service.write(fresh, [written]);
    await following.until(() => following?.messages().includes(written) === true);
    [first = '', second = ''] = await service.tasks();
  });

  it('announces a task whose first line came before anybody looked at the tasks', async () => {
    following = follow(service);
    await following.untilMarked('live');
    const before = await service.tasks();
    const taskDefinition = await service.register();
    await service.ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'web', taskDefinition }));
    const fresh = await eventually('a new task', async () =>
      (await service.tasks()).find((task) => !before.includes(task)),
    );
    const written = line();
    service.write(fresh, [written]);
    await following.until(() => following?.messages().includes(written) === true);
    await following.untilMarked('revision');
    await following.untilMarked('started');
    [first = '', second = ''] = await service.tasks();
  });

  it('needs no fourth round trip for revisions that only stopped tasks ran', async () => {
    const mark = service.server.ledger.mark();
    following = follow(service, { mode: 'polling' });
    await following.until(() => (following?.lines.length ?? 0) > 0);
    assert.equal(service.server.ledger.count('ecs:DescribeTaskDefinition', mark), 1);
  });

  it('says why a task stopped', async () => {
    following = follow(service, { timer: hasty });
    await following.untilMarked('live');
    await service.ecs.send(new StopTaskCommand({ cluster: 'shop', task: first, reason: 'Enough of it' }));
    const reasons = () => following?.markers.map((marker) => marker.kind === 'stopped' && marker.task.stoppedReason);
    await following.until(() => reasons()?.includes('Enough of it') === true);
  });

  it('goes on from the beginning when it was paused before the first line', async () => {
    const hanging = service.server.faults.add({ operation: 'logs:FilterLogEvents', kind: 'hang' });
    following = follow(service);
    await following.until(() => hanging.hits > 0);
    await following.stop();
    hanging.remove();
    following.resume();
    await following.until(() => (following?.lines.length ?? 0) > 0);
  });

  it('ends by itself when a task has ended, after all that it wrote', async () => {
    const [stopped = ''] = await service.tasks('STOPPED');
    const scope = { kind: 'task' as const, clusterArn: service.clusterArn, taskArn: stopped };
    const last = line();
    service.write(stopped, [last]);
    const later = { ...systemTimer, now: () => Date.now() + 120_000 };
    following = follow(service, { scope, timer: later, past: { span: 600_000, lines: 1000 } });
    await following.untilMarked('finished');
    assert.ok(following.messages().includes(last));
    assert.ok(following.lines.every((shown) => shown.writer.task === stopped.split('/').at(-1)));
    await following.ended;
  });

  it('tells of a log group that is not there, and reads it when it is', async () => {
    const { groups } = service.group.logs;
    groups.delete('/ecs/web');
    following = follow(service, { mode: 'polling', timer: hasty });
    await following.untilMarked('trouble');
    groups.set('/ecs/web', service.group);
    const written = line();
    service.write((await service.tasks())[0] ?? '', [written]);
    await following.until(() => following?.messages().includes(written) === true);
  });

  it('polls a quiet service with one request an interval', async () => {
    const { connection, settled } = watchConnection(service.connection);
    const timer = new HeldTimer(Date.now());
    service.write(first, [line()]);
    following = follow(service, { mode: 'polling', interval: 300, timer, connection, connectionFor: () => connection });
    await following.until(() => (following?.lines.length ?? 0) > 0);
    await timer.advance(300, settled);
    const mark = service.server.ledger.mark();
    await timer.advance(3000, settled);
    assert.equal(service.server.ledger.count('logs:FilterLogEvents', mark), 10);
  });
});
