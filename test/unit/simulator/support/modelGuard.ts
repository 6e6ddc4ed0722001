import { Readable } from 'node:stream';
import * as ecsModel from '@aws-sdk/client-ecs';
import * as logsModel from '@aws-sdk/client-cloudwatch-logs';
import { operationShapes, shapeOf } from '../../../simulator/http/shape.ts';
import { departures } from './modelCheck.ts';

/** Errors that any JSON service's front end gives; they are in no model. */
const FRONT_END = new Set([
  'AccessDeniedException',
  'ExpiredTokenException',
  'IncompleteSignatureException',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'SerializationException',
  'ServiceUnavailableException',
  'ThrottlingException',
  'UnknownOperationException',
  'UnrecognizedClientException',
]);

interface RawResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: Readable;
}

interface GuardedClient {
  middlewareStack: { add(middleware: unknown, options: object): void };
}

/** The names of the operations whose answers were held against the model, over all guarded clients. */
export const heldOperations = new Set<string>();

/** Holds every answer that a client gets against the SDK's own model, byte for byte as it came; a departure fails the call. */
export function guardClient(client: object, service: 'ecs' | 'logs'): void {
  const model = (service === 'ecs' ? ecsModel : logsModel) as unknown as Record<string, unknown>;
  const middleware =
    (next: (args: unknown) => Promise<{ response: RawResponse }>, context: { commandName?: string }) =>
    async (args: unknown): Promise<unknown> => {
      const result = await next(args);
      const operation = (context.commandName ?? '').replace(/Command$/, '');
      const { response } = result;
      if (response.headers['content-type'] === 'application/x-amz-json-1.1') {
        const body = await readAll(response.body);
        response.body = Readable.from(body.length > 0 ? [body] : []);
        check(model, service, operation, response.statusCode, body);
      }
      return result;
    };
  (client as GuardedClient).middlewareStack.add(middleware, {
    step: 'deserialize',
    priority: 'low',
    name: 'modelGuard',
  });
}

function check(model: Record<string, unknown>, service: string, operation: string, status: number, body: Buffer): void {
  const json = parse(body);
  if (json === undefined) return;
  const found = status === 200 ? outputDepartures(model, operation, json) : errorDepartures(model, json);
  if (found.length > 0) throw new Error(`${service}:${operation} departs from the model: ${found.join('; ')}`);
  if (status === 200) heldOperations.add(`${service}:${operation}`);
}

function outputDepartures(model: Record<string, unknown>, operation: string, json: unknown): string[] {
  const shapes = operationShapes(model[`${operation}$`]);
  return shapes ? departures(shapes.output, json) : [`the model has no ${operation}`];
}

function errorDepartures(model: Record<string, unknown>, json: unknown): string[] {
  const { __type: type = '', Message, ...members } = json as Record<string, unknown>;
  const name = String(type).split('#').at(-1) ?? '';
  if (typeof (members['message'] ?? Message) !== 'string') return [`${name} has no message`];
  const schema = model[`${name}$`];
  if (schema === undefined) return FRONT_END.has(name) ? [] : [`the model has no error ${name}`];
  return departures(shapeOf(schema), Message === undefined ? members : { ...members, message: Message }, name);
}

/** Undefined for bodies that a fault has spoilt on purpose. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
