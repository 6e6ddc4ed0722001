import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setPriority } from 'node:os';
import type { FilterLogEventsRequest } from '@aws-sdk/client-cloudwatch-logs';
import { endlessGroup } from './endlessGroup.ts';

// CloudWatch Logs with one log group that has a line in each millisecond from the first on, made up as it is read: more
// lines than the simulated account could hold. A process of its own, which tells its address and what it was asked.

const [start = 0, lines = 0] = process.argv.slice(2).map(Number);
const group = endlessGroup(start, lines);

async function answer(request: IncomingMessage): Promise<object | undefined> {
  let input = '';
  for await (const piece of request) input += String(piece);
  if (!String(request.headers['x-amz-target']).endsWith('.FilterLogEvents')) return undefined;
  return group.filterLogEvents(JSON.parse(input) as FilterLogEventsRequest, new AbortController().signal);
}

// AWS has processors of its own.
setPriority(10);
const server = createServer((request, response) => {
  void answer(request).then((output) => {
    response.writeHead(output ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(output ?? { __type: 'UnknownOperationException' }));
    process.send?.({ asked: 1 });
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit());
