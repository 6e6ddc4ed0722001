import { timingSafeEqual } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as l10n from '@vscode/l10n';
import { AwsError } from '../errors.ts';
import { orAborted } from '../waiting.ts';

/** The path that the service sends the browser back to. */
export const redirectPath = '/oauth/callback';

/** Listens on this machine alone, for one sign-in. */
export interface Loopback {
  /** With the port that was free. */
  readonly redirectUri: string;
  /** The authorization code. Throws AwsError signInDeclined, signInTimedOut or aborted. */
  code(signal: AbortSignal): Promise<string>;
  close(): void;
}

/** Starts listening on a free port. A request without our `state` is somebody else's and is turned away. */
export async function startLoopback(state: string, pages: { done: string; failed: string }): Promise<Loopback> {
  const answered = Promise.withResolvers<string>();
  answered.promise.catch(() => undefined);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method !== 'GET' || url.pathname !== redirectPath || !isSame(url.searchParams.get('state'), state)) {
      return answer(response, 404, pages.failed);
    }
    const code = url.searchParams.get('code');
    answer(response, code ? 200 : 400, code ? pages.done : pages.failed);
    if (code) answered.resolve(code);
    else answered.reject(new AwsError('signInDeclined', reason(url.searchParams)));
  });
  await listen(server);
  return {
    redirectUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}${redirectPath}`,
    code: (signal) => orAborted(answered.promise, signal, whyAbandoned),
    close: () => server.close(),
  };
}

function reason(query: URLSearchParams): string {
  return query.get('error_description') ?? query.get('error') ?? l10n.t('no code was sent');
}

function isSame(given: string | null, state: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(state)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(text);
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function whyAbandoned({ reason }: AbortSignal): AwsError {
  const late = reason instanceof DOMException && reason.name === 'TimeoutError';
  return late ? new AwsError('signInTimedOut', 'The page was not confirmed.') : new AwsError('aborted', 'Cancelled.');
}
