import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleRequest, type Backend } from './handleRequest.ts';
import type { WireRequest } from './signature.ts';
import { writeOutcome } from './writeOutcome.ts';

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes a free one. */
export async function startServer(backend: Backend, port: number): Promise<RunningServer> {
  const server = createServer((incoming, response) => void serve(incoming, response, backend));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

async function serve(incoming: IncomingMessage, response: ServerResponse, backend: Backend): Promise<void> {
  const started = performance.now();
  response.on('error', () => undefined);
  try {
    const outcome = await handleRequest(await readWire(incoming), backend);
    await writeOutcome(response, outcome);
    outcome.entry.durationMs = performance.now() - started;
  } catch (error) {
    if (!incoming.destroyed && !response.destroyed) console.error(error);
    response.destroy();
  }
}

async function readWire(incoming: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = new Map<string, string>();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = (incoming.rawHeaders[index] as string).toLowerCase();
    const value = (incoming.rawHeaders[index + 1] as string).trim();
    const earlier = headers.get(name);
    headers.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return { method: incoming.method ?? 'GET', target: incoming.url ?? '/', headers, body: Buffer.concat(chunks) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
