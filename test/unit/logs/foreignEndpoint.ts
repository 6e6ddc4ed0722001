import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connection } from '../../../src/aws/connection.ts';
import { connectTo, useAwsFiles } from '../support/awsFiles.ts';
import { type LoggingService, region } from './loggingService.ts';

type Json = Record<string, unknown>;

/** What another server than AWS makes of an operation, given the input and AWS's own answer. */
export interface Habit {
  /** Another answer, or the same. */
  answer?: (output: Json, input: Json) => Json;
  /** Answers by itself, unless it returns false. */
  instead?: (response: ServerResponse, input: Json) => unknown;
}

export interface ForeignEndpoint {
  connection: Connection;
  /** By operation; may change at any time. */
  habits: Map<string, Habit>;
  /** Requests by operation. */
  calls: Map<string, number>;
  close(): Promise<void>;
}

/** A server in front of the simulated account that has other habits: an emulator, a proxy, an odd Region. */
export async function startForeignEndpoint(service: LoggingService): Promise<ForeignEndpoint> {
  const habits = new Map<string, Habit>();
  const calls = new Map<string, number>();
  const server = createServer(
    (incoming, response) => void serve(service.server.url, incoming, response, habits, calls),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { credential } = service.server.account;
  const files = await useAwsFiles({ foreign: { credential, settings: { region, endpoint_url: url } } });
  const connection = await connectTo({ profile: 'foreign' });
  // The files are read with the first request.
  await connection.identity();
  return { connection, habits, calls, close: () => close(server, connection, files) };
}

async function close(server: Server, connection: Connection, files: { remove(): Promise<void> }): Promise<void> {
  connection.dispose();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await files.remove();
}

async function serve(
  target: string,
  incoming: IncomingMessage,
  response: ServerResponse,
  habits: ForeignEndpoint['habits'],
  calls: ForeignEndpoint['calls'],
): Promise<void> {
  const body = await bodyOf(incoming);
  const operation = String(incoming.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
  calls.set(operation, (calls.get(operation) ?? 0) + 1);
  const habit = habits.get(operation);
  const input = habit ? (JSON.parse(body.toString()) as Json) : {};
  if (habit?.instead && habit.instead(response, input) !== false) return;
  const { method, headers, url } = incoming;
  const forwarded = request(`${target}${url}`, { method, headers }, (answer) => {
    if (!habit?.answer || answer.statusCode !== 200) {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
      return;
    }
    void bodyOf(answer).then((output) => {
      reply(response, habit.answer?.(JSON.parse(output.toString()) as Json, input) ?? {});
    });
  });
  response.on('close', () => forwarded.destroy());
  forwarded.on('error', () => response.destroy());
  forwarded.end(body);
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Answers with an error as the JSON protocol writes it. */
export function fail(status: number, type: string, message = 'No.'): Required<Pick<Habit, 'instead'>> {
  return {
    instead: (response) => reply(response, { __type: type, message }, status),
  };
}

export function reply(response: ServerResponse, output: Json, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(output));
}
