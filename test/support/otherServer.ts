import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

/** What a server other than the simulated account makes of an answer: itself to let it pass. */
export type Rewrite = (operation: string, answer: Answer, input: Json) => Answer;

export interface Answer {
  status: number;
  body: Json;
}

interface Habits {
  rewrite: Rewrite;
  /** Whether it has answered by itself, so that the request is not passed on. */
  instead?: (operation: string, response: ServerResponse, input: Json) => boolean;
}

/**
 * A server in front of the simulated one that answers otherwise: emulators leave members out, AWS is eventually
 * consistent, old endpoints do not know an operation. Signatures stay valid, as the host header is passed on. Event
 * streams pass untouched.
 */
export async function startOtherServer(url: string, habits: Habits): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => void serve(url, habits, incoming, outgoing));
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

async function serve(
  url: string,
  { rewrite, instead }: Habits,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const bytes = await bytesOf(incoming);
  const { method, headers, url: path = '/' } = incoming;
  const operation = String(headers['x-amz-target'] ?? '').split('.')[1];
  const input = operation === undefined ? {} : parse(bytes);
  if (operation !== undefined && instead?.(operation, outgoing, input)) return;
  const forwarded = request(new URL(path, url), { method, headers }, (answer) => {
    if (operation === undefined || answer.headers['content-type']?.includes('eventstream')) {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    void bytesOf(answer).then((body) => {
      const given = { status: answer.statusCode ?? 500, body: parse(body) };
      send(outgoing, answer, rewrite(operation, given, input));
    });
  });
  outgoing.on('close', () => forwarded.destroy());
  forwarded.on('error', () => outgoing.destroy());
  forwarded.end(bytes);
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer): Json {
  return bytes.length > 0 ? (JSON.parse(bytes.toString()) as Json) : {};
}

function send(outgoing: ServerResponse, { headers }: { headers: IncomingHttpHeaders }, { status, body }: Answer): void {
  const { 'content-length': _length, 'transfer-encoding': _encoding, 'x-amz-crc32': _sum, ...rest } = headers;
  const bytes = Buffer.from(JSON.stringify(body));
  outgoing.writeHead(status, { ...rest, 'content-length': bytes.length });
  outgoing.end(bytes);
}
