import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a fake answers: an object is sent as JSON with status 200. */
export interface RawAnswer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

type Handler = (input: Record<string, unknown>) => object | Promise<object>;

/** A server that is not AWS and not our simulated account: it knows what a test gives it, and says no more than that. */
export interface FakeAws {
  url: string;
  /** Names of the operations that were asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

export function raw(status: number, body: string, headers: Record<string, string> = {}): RawAnswer {
  return { status, body, headers };
}

/** Starts it. Operations are named as in `X-Amz-Target` or `Action`; any other request gets what `otherwise` says. */
export async function startFakeAws(
  operations: Record<string, Handler>,
  otherwise: () => RawAnswer = () => raw(404, '<html>Not Found</html>', { 'Content-Type': 'text/html' }),
): Promise<FakeAws> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
      const target = request.headers['x-amz-target'];
      const name = String(target ?? '').split('.')[1] ?? new URLSearchParams(body).get('Action') ?? request.url ?? '';
      asked.push(name);
      const handler = operations[name];
      const input = target
        ? (JSON.parse(body) as Record<string, unknown>)
        : Object.fromEntries(new URLSearchParams(body));
      const answer = handler ? await handler(input) : otherwise();
      const { status, headers, body: text } = isRaw(answer) ? answer : raw(200, JSON.stringify(answer));
      response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1', ...headers });
      response.end(text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function isRaw(answer: object): answer is RawAnswer {
  return 'status' in answer && 'body' in answer;
}
