import type { OperationDefinition, ServiceDefinition } from '../serviceDefinition.ts';
import { frontEndError } from './serviceError.ts';
import type { WireRequest } from './signature.ts';

export interface FoundOperation {
  service: ServiceDefinition;
  name: string;
  operation: OperationDefinition;
}

/** Which operation a request means: by X-Amz-Target for JSON services, by the `Action` of the form for query services. */
export function findOperation(wire: WireRequest, services: readonly ServiceDefinition[]): FoundOperation {
  const target = wire.headers.get('x-amz-target');
  if (target !== undefined) return findByTarget(target, services);
  const action = new URLSearchParams(wire.body.toString()).get('Action');
  const scope = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(wire.headers.get('authorization') ?? '')?.[1];
  const service = services.find((candidate) => candidate.targetPrefix === undefined && candidate.name === scope);
  if (service && action !== null) return operationOf(service, action);
  throw frontEndError('UnknownOperationException', 'The request names no operation.', 404);
}

function findByTarget(target: string, services: readonly ServiceDefinition[]): FoundOperation {
  const dot = target.lastIndexOf('.');
  const service = services.find((candidate) => candidate.targetPrefix === target.slice(0, dot));
  if (!service) throw frontEndError('UnknownOperationException', `Unknown target ${target}.`);
  return operationOf(service, target.slice(dot + 1));
}

function operationOf(service: ServiceDefinition, name: string): FoundOperation {
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  if (operation) return { service, name, operation };
  throw frontEndError('UnknownOperationException', `The simulated account does not offer ${service.name}:${name}.`);
}
