import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { readPagesLightly } from '../../../src/aws/sdk/logPages.ts';

describe('pages of log events', () => {
  let answer: { status?: number; type?: string; body: string };
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'application/x-amz-json-1.1' });
      response.end(answer.body);
    });
  });
  let plain: CloudWatchLogsClient;
  let light: CloudWatchLogsClient;

  before(async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'nobody-checks-it' };
    const config = { endpoint, credentials, region: 'eu-west-3', maxAttempts: 1 };
    plain = new CloudWatchLogsClient(config);
    light = readPagesLightly(new CloudWatchLogsClient(config));
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const read = () => new FilterLogEventsCommand({ logGroupName: '/shop/web' });

  /** What each client makes of the answer: its output, or the name of its error. */
  async function both(): Promise<[object, object]> {
    const outcome = async (client: CloudWatchLogsClient): Promise<object> => {
      try {
        const { $metadata, ...output } = await client.send(read());
        return { status: $metadata.httpStatusCode, output };
      } catch (error) {
        return { error: (error as Error).name };
      }
    };
    return Promise.all([outcome(plain), outcome(light)]);
  }

  it('are what the SDK makes of them', async () => {
    const event = {
      logStreamName: 'web/app/0123',
      timestamp: 1_700_000_000_123,
      ingestionTime: 1_700_000_000_456,
      message: '“ünïcödé” \u2028 {"a":1}\n',
      eventId: '3'.repeat(56),
    };
    const pages = [
      { events: [event, { ...event, message: '' }], searchedLogStreams: [], nextToken: 'next' },
      { events: [] },
      {},
    ];
    for (const page of pages) {
      answer = { body: JSON.stringify(page) };
      const [ofSdk, ofOurs] = await both();
      assert.deepEqual(ofOurs, ofSdk);
    }
  });

  it('fail as they do with the SDK', async () => {
    const answers: (typeof answer)[] = [
      { status: 400, body: '{"__type":"ThrottlingException","message":"Rate exceeded"}' },
      { status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' },
      { body: '{"events":[' },
      { body: '"no page"' },
      { body: '' },
      { type: 'text/html', body: '<h1>Sign in</h1>' },
    ];
    for (answer of answers) {
      const [ofSdk, ofOurs] = await both();
      assert.deepEqual(ofOurs, ofSdk, answer.body);
    }
  });

  it('leave other operations alone', async () => {
    answer = { body: '{"logGroups":[{"logGroupName":"/shop/web"}]}' };
    const { logGroups } = await light.send(new DescribeLogGroupsCommand());
    assert.equal(logGroups?.[0]?.logGroupName, '/shop/web');
  });
});
