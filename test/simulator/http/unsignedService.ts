import type { World } from '../world.ts';
import { json11, type Protocol } from './protocols.ts';
import type { WireRequest } from './signature.ts';

/** A request that carries no signature: there are no credentials yet. */
export interface UnsignedRequest {
  input: Record<string, unknown>;
  query: URLSearchParams;
  headers: ReadonlyMap<string, string>;
  /** What the client called the server, e.g. `http://127.0.0.1:4566`. */
  origin: string;
  world: World;
}

export interface UnsignedOperation {
  name: string;
  /** Answers with an object to be written, or a PageAnswer. */
  run(request: UnsignedRequest): object;
}

/** A REST service whose requests are not signed, by method and path. */
export interface UnsignedService {
  readonly name: string;
  readonly protocol: Protocol;
  readonly routes: Readonly<Record<string, UnsignedOperation>>;
}

/** AWS REST-JSON: the error's name stands in a header. */
export const restJson: Protocol = {
  contentType: 'application/json',
  readInput: (body) => json11.readInput(body),
  writeOutput: (output, operation, requestId) => json11.writeOutput(output, operation, requestId),
  writeError: ({ message, fields }) => JSON.stringify({ message, ...fields }),
  errorHeaders: ({ name }) => ({ 'x-amzn-ErrorType': name }),
};

/** The operation of an unsigned request, or undefined for what has to be signed. */
export function findUnsigned(
  wire: WireRequest,
  services: readonly UnsignedService[],
): { service: UnsignedService; operation: UnsignedOperation } | undefined {
  const key = `${wire.method} ${wire.target.replace(/\?.*$/s, '')}`;
  for (const service of services) {
    const operation = Object.hasOwn(service.routes, key) ? service.routes[key] : undefined;
    if (operation) return { service, operation };
  }
  return undefined;
}

/** The request as its operation sees it. */
export function unsignedRequest(wire: WireRequest, input: Record<string, unknown>, world: World): UnsignedRequest {
  const [, query = ''] = /\?(.*)$/s.exec(wire.target) ?? [];
  return {
    input,
    query: new URLSearchParams(query),
    headers: wire.headers,
    origin: `http://${wire.headers.get('host') ?? ''}`,
    world,
  };
}
