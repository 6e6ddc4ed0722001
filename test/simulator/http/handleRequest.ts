import type { Faults, Fault } from '../faults.ts';
import type { Latency } from '../latency.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { OperationDefinition, ServiceDefinition, ServiceRequest } from '../serviceDefinition.ts';
import type { World } from '../world.ts';
import { authenticate, type Caller } from './authenticate.ts';
import { authorize } from './authorize.ts';
import { cutsBefore, errorOf, skewOf } from './faultAnswers.ts';
import { checkInput } from './checkInput.ts';
import { findOperation, type FoundOperation } from './findOperation.ts';
import { json11, type Protocol } from './protocols.ts';
import { serviceUnavailable, ServiceError, throttled } from './serviceError.ts';
import type { WireRequest } from './signature.ts';
import { operationShapes } from './shape.ts';
import { findUnsigned, unsignedRequest, type UnsignedService } from './unsignedService.ts';

/** What the server works with; `limits` turns the request buckets on. */
export interface Backend {
  world: World;
  services: readonly ServiceDefinition[];
  unsignedServices: readonly UnsignedService[];
  ledger: Ledger;
  faults: Faults;
  latency: Latency;
  limits: boolean;
}

/** What came of a request: something to write, and the faults still to be applied while writing it. */
export interface Outcome {
  entry: LedgerEntry;
  requestId: string;
  protocol: Protocol;
  status: number;
  /** The operation's answer: an object to be written, or an EventStreamAnswer. */
  answer?: object;
  error?: ServiceError;
  operation: string;
  faults: readonly Fault[];
  /** The connection is to be cut without an answer. */
  cut: boolean;
  /** Never answer. */
  hang: boolean;
}

/** Takes a request through signature, faults, limits and permissions to its operation. */
export async function handleRequest(wire: WireRequest, backend: Backend): Promise<Outcome> {
  const { world, ledger } = backend;
  const outcome: Outcome = {
    entry: ledger.open(Date.now(), world.clock.now()),
    requestId: world.random.uuid(),
    protocol: json11,
    status: 200,
    operation: '',
    faults: [],
    cut: false,
    hang: false,
  };
  try {
    outcome.answer = await perform(wire, backend, outcome);
  } catch (error) {
    outcome.error = asServiceError(error);
    outcome.status = outcome.protocol.errorStatus?.(outcome.error) ?? outcome.error.status;
    outcome.entry.errorCode = outcome.error.name;
  }
  return outcome;
}

async function perform(wire: WireRequest, backend: Backend, outcome: Outcome): Promise<object | undefined> {
  const unsigned = findUnsigned(wire, backend.unsignedServices);
  if (unsigned) return performUnsigned(wire, backend, outcome, unsigned);
  const found = findOperation(wire, backend.services);
  outcome.protocol = found.service.protocol;
  outcome.operation = found.name;
  const { entry } = outcome;
  entry.service = found.service.name;
  entry.operation = found.name;
  const skew = (): number => skewOf(outcome.faults);
  const caller = authenticateWithFaults(wire, backend, outcome, found.service, skew);
  await backend.latency.wait(`${found.service.name}:${found.name}`);
  applyEarlyFaults(outcome, caller.credential.arn);
  if (outcome.cut || outcome.hang) return undefined;
  const shapes = shapesOf(found);
  if (shapes) entry.input = checkInput(shapes.input, entry.input) as Record<string, unknown>;
  const request = requestOf(caller, backend.world, outcome.requestId);
  checkLimits(found.operation, request, backend);
  authorize(found, entry.input, request);
  const answer = await found.operation.run(entry.input, request);
  entry.performed = true;
  entry.changed = found.operation.changes;
  // What has no output in the model has an empty body.
  return shapes?.output.kind === 'unit' ? undefined : answer;
}

async function performUnsigned(
  wire: WireRequest,
  backend: Backend,
  outcome: Outcome,
  { service, operation }: NonNullable<ReturnType<typeof findUnsigned>>,
): Promise<object | undefined> {
  const { entry } = outcome;
  outcome.protocol = service.protocol;
  outcome.operation = operation.name;
  entry.service = service.name;
  entry.operation = operation.name;
  entry.input = service.protocol.readInput(wire.body);
  outcome.faults = backend.faults.draw(`${entry.service}:${entry.operation}`, entry.input, '');
  entry.faults = outcome.faults.map((fault) => fault.kind);
  await backend.latency.wait(`${entry.service}:${entry.operation}`);
  applyEarlyFaults(outcome);
  if (outcome.cut || outcome.hang) return undefined;
  const answer = operation.run(unsignedRequest(wire, entry.input, backend.world));
  entry.performed = true;
  return answer;
}

function authenticateWithFaults(
  wire: WireRequest,
  backend: Backend,
  outcome: Outcome,
  service: ServiceDefinition,
  skew: () => number,
): Caller {
  const { entry } = outcome;
  entry.input = service.protocol.readInput(wire.body);
  outcome.faults = backend.faults.draw(`${entry.service}:${entry.operation}`, entry.input, accountIdOf(wire, backend));
  entry.faults = outcome.faults.map((fault) => fault.kind);
  const caller = authenticate(wire, service.name, backend.world.credentials, Date.now() + skew());
  entry.account = caller.credential.accountId;
  entry.region = caller.region;
  entry.accessKeyId = caller.credential.accessKeyId;
  return caller;
}

function shapesOf({ service, name }: FoundOperation): ReturnType<typeof operationShapes> {
  return operationShapes((service.model as Record<string, unknown> | undefined)?.[`${name}$`]);
}

function accountIdOf(wire: WireRequest, backend: Backend): string {
  const key = /Credential=([^/]+)\//.exec(wire.headers.get('authorization') ?? '')?.[1];
  return (key && backend.world.credentials.find(key)?.accountId) ?? '';
}

function applyEarlyFaults(outcome: Outcome, caller = 'anonymous'): void {
  for (const fault of outcome.faults) {
    const error = errorOf(fault, `${outcome.entry.service}:${outcome.operation}`, caller);
    if (error) throw error;
    if (cutsBefore(fault)) outcome.cut = true;
    if (fault.kind === 'hang') outcome.hang = true;
  }
}

function checkLimits(operation: OperationDefinition, request: ServiceRequest, backend: Backend): void {
  if (!backend.limits || operation.bucket === undefined) return;
  if (!request.region.buckets.take(operation.bucket, backend.world.clock.now())) throw throttled();
}

function requestOf(caller: Caller, world: World, requestId: string): ServiceRequest {
  const region = world.account(caller.credential.accountId).region(caller.region);
  return { region, credential: caller.credential, world, requestId };
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  // A defect of the simulation itself: shown on the console, answered as AWS answers its own.
  console.error(error);
  return serviceUnavailable();
}
