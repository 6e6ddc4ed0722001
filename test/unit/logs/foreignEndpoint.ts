import type { ServerResponse } from 'node:http';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { startOtherServer } from '../../support/otherServer.ts';
import { type LoggingService, region } from '../../support/loggingService.ts';

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
  const other = await startOtherServer(service.server.url, {
    instead: (operation, response, input) => {
      calls.set(operation, (calls.get(operation) ?? 0) + 1);
      const habit = habits.get(operation);
      return habit?.instead !== undefined && habit.instead(response, input) !== false;
    },
    rewrite: (operation, answer, input) => {
      const habit = habits.get(operation);
      return habit?.answer && answer.status === 200 ? { ...answer, body: habit.answer(answer.body, input) } : answer;
    },
  });
  const { credential } = service.server.account;
  const files = await useAwsFiles({ foreign: { credential, settings: { region, endpoint_url: other.url } } });
  const connection = await connectTo({ profile: 'foreign' });
  // The files are read with the first request.
  await connection.identity();
  const close = async (): Promise<void> => {
    connection.dispose();
    await other.close();
    await files.remove();
  };
  return { connection, habits, calls, close };
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
