import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { systemTimer, type Timer } from '../../../src/aws/timer.ts';
import { encodeEvent, encodeException } from '../../simulator/http/eventStream.ts';
import { follow, type Following } from '../../support/following.ts';
import { type ForeignEndpoint, startForeignEndpoint } from './foreignEndpoint.ts';
import { type LoggingService, startLoggingService } from '../../support/loggingService.ts';

/** Waits a fiftieth as long: a session counts as silent after less than half a second. */
const hasty: Timer = { ...systemTimer, sleep: (ms, signal) => systemTimer.sleep(ms / 50, signal) };

describe('live-tail sessions that break', () => {
  let service: LoggingService;
  let endpoint: ForeignEndpoint;
  let first = '';
  let following: Following | undefined;
  let count = 0;

  before(async () => {
    service = await startLoggingService();
    [first = ''] = await service.tasks();
    endpoint = await startForeignEndpoint(service);
  });

  afterEach(async () => {
    await following?.stop();
    following = undefined;
    endpoint.habits.clear();
  });

  after(async () => {
    await endpoint.close();
    await service.close();
  });

  const started = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
    response.write(encodeEvent('initial-response', {}));
    response.write(encodeEvent('sessionStart', { sessionId: 's' }));
  };
  const update = (): Buffer =>
    encodeEvent('sessionUpdate', { sessionMetadata: { sampled: false }, sessionResults: [] });
  const half = (frame: Buffer): Buffer => frame.subarray(0, frame.length >> 1);
  const spoiled = (frame: Buffer): Buffer => {
    const copy = Buffer.from(frame);
    copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 0xff;
    return copy;
  };

  const endings: [name: string, end: (response: ServerResponse) => void][] = [
    ['end within a message', (response) => response.end(half(update()))],
    [
      'are cut within a message',
      (response) => response.write(half(update()), () => setTimeout(() => response.socket?.resetAndDestroy(), 50)),
    ],
    ['carry a message with a wrong checksum', (response) => response.write(spoiled(update()))],
    ['carry what is no message at all', (response) => response.write(Buffer.alloc(64, 0xff))],
    ['carry text', (response) => response.end('Bad gateway')],
    ['end at once', (response) => response.end()],
    ['fall silent', () => undefined],
    ['carry an exception nobody knows', (response) => response.end(encodeException('OddException', 'Odd.'))],
    ['carry an update without its members', (response) => response.write(encodeEvent('sessionUpdate', {}))],
    ['carry an event nobody knows', (response) => response.write(encodeEvent('sessionNews', {}))],
  ];
  for (const [name, end] of endings) {
    it(`lose and repeat nothing where they ${name}`, async () => {
      let sessions = 0;
      endpoint.habits.set('StartLiveTail', {
        instead: (response) => {
          sessions++;
          started(response);
          setTimeout(() => end(response), 100);
        },
      });
      following = follow(service, { connection: endpoint.connection, timer: hasty, interval: 3000 });
      const written: string[] = [];
      for (let at = 0; at < 20; at++) {
        written.push(`line ${++count}`);
        service.write(first, [written.at(-1) ?? '']);
        await delay(40);
      }
      await following.until(() => written.every((text) => following?.messages().includes(text)));
      await delay(200);
      assert.deepEqual(
        following.messages().filter((text) => written.includes(text)),
        written,
      );
      assert.ok(sessions > 0);
      const told = following.markers.filter((marker) => marker.kind === 'polling');
      assert.ok(told.length <= 1, `${told.length} times told`);
    });
  }
});
