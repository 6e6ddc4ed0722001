import { setTimeout as delay } from 'node:timers/promises';
import type { FilterLogEventsRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { LogEvent, LogLine } from '../../../src/logs/lines/logLine.ts';
import type { LogsApi } from '../../../src/logs/read/logsApi.ts';

/** Events in one answer of the service. */
const pageSize = 10_000;

/** A log group with a line each millisecond from `start` on, made up as it is read. */
export function endlessGroup(start: number, lines: number): LogsApi {
  return {
    startLiveTail: () => Promise.reject(new Error('There is no live tail.')),
    async filterLogEvents({ startTime = 0, endTime = Infinity, nextToken }: FilterLogEventsRequest) {
      await delay(5);
      const from = Math.max(start, nextToken === undefined ? startTime : Number(nextToken));
      const end = Math.min(endTime + 1, start + lines);
      const events = Array.from({ length: Math.max(0, Math.min(pageSize, end - from)) }, (_, at) => {
        const { stream, ...event } = sampleEvent(from + at);
        return { ...event, logStreamName: stream, eventId: `${from + at}`.padStart(56, '0') };
      });
      const next = from + events.length;
      return { events, nextToken: next < end ? `${next}` : undefined };
    },
  };
}

/** An event as a shop writes it, every fourth in JSON; its time is its number. */
export function sampleEvent(number: number): LogEvent {
  const task = `${number % 20}`.padStart(2, '0').repeat(16);
  const message =
    number % 4 === 0
      ? `{"level":"info","time":"2026-11-23T12:00:00Z","msg":"order ${number} was placed","total":12.5,"user":"u-${number}"}`
      : `2026-11-23 12:00:00 INFO OrderService - order ${number} was placed by a customer who paid at once`;
  return { stream: `web/app/${task}`, timestamp: number, ingestionTime: number + 5, message };
}

/** The event with the writer that its stream names. */
export function toLine(event: LogEvent): LogLine {
  return Object.assign(event, {
    group: 'g',
    writer: { task: event.stream.slice('web/app/'.length), container: 'app' },
  });
}
