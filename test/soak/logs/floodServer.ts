import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setPriority } from 'node:os';
import { sampleEvent } from './endlessGroup.ts';

// CloudWatch Logs with one log group that has a line in each millisecond from the first on, made up as it is read: more
// lines than the simulated account could hold. A process of its own, which tells its address and what it was asked.

/** Events in one answer of the service. */
const pageSize = 10_000;

const [from = 0, lines = 0] = process.argv.slice(2).map(Number);

interface PageInput {
  startTime?: number;
  endTime?: number;
  limit?: number;
  nextToken?: string;
}

function page({ startTime = 0, endTime = Infinity, limit = pageSize, nextToken }: PageInput): string {
  const first = Math.max(from, nextToken === undefined ? startTime : Number(nextToken));
  const end = Math.min(endTime + 1, from + lines);
  const next = Math.min(end, first + limit);
  const events: string[] = [];
  for (let number = first; number < next; number++) {
    const { stream, timestamp, ingestionTime, message } = sampleEvent(number);
    const head = `"logStreamName":"${stream}","timestamp":${timestamp},"ingestionTime":${ingestionTime}`;
    events.push(`{${head},"message":${JSON.stringify(message)},"eventId":"${`${number}`.padStart(56, '0')}"}`);
  }
  const more = next < end ? `,"nextToken":"${next}"` : '';
  return `{"events":[${events.join(',')}],"searchedLogStreams":[]${more}}`;
}

async function inputOf(request: IncomingMessage): Promise<PageInput> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return JSON.parse(text) as PageInput;
}

// AWS has processors of its own.
setPriority(10);
const server = createServer((request, response) => {
  void inputOf(request).then((input) => {
    const isKnown = String(request.headers['x-amz-target']).endsWith('.FilterLogEvents');
    response.writeHead(isKnown ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(isKnown ? page(input) : '{"__type":"UnknownOperationException"}');
    process.send?.({ asked: 1 });
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit());
