import { createServer, type IncomingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server other than the simulated account makes of an answer: itself to let it pass. */
export type Rewrite = (operation: string, answer: Answer, input: Record<string, unknown>) => Answer;

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * A server in front of the simulated one that answers otherwise: emulators leave members out, AWS is eventually
 * consistent, old endpoints do not know an operation. Signatures stay valid, as the host header is passed on.
 */
export async function startOtherServer(
  url: string,
  rewrite: Rewrite,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const text = Buffer.concat(chunks);
      const { method, headers, url: path = '/' } = incoming;
      const forwarded = request(new URL(path, url), { method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const operation = String(headers['x-amz-target'] ?? '').split('.')[1];
          const body = Buffer.concat(parts);
          const status = answer.statusCode ?? 200;
          if (operation === undefined) {
            send(outgoing, { status, headers: answer.headers, body });
            return;
          }
          const parsed = { status, body: parse(body) };
          const changed = rewrite(operation, parsed, parse(text));
          const bytes = Buffer.from(JSON.stringify(changed.body));
          send(outgoing, { status: changed.status, headers: answer.headers, body: bytes });
        });
      });
      forwarded.on('error', () => outgoing.destroy());
      forwarded.end(text);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function parse(bytes: Buffer): Record<string, unknown> {
  return bytes.length > 0 ? (JSON.parse(bytes.toString()) as Record<string, unknown>) : {};
}

function send(
  outgoing: ServerResponse,
  { status, headers, body }: { status: number; headers: IncomingHttpHeaders; body: Buffer },
): void {
  const { 'content-length': _length, 'transfer-encoding': _encoding, 'x-amz-crc32': _sum, ...rest } = headers;
  outgoing.writeHead(status, { ...rest, 'content-length': body.length });
  outgoing.end(body);
}
