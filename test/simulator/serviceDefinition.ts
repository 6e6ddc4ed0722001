import type { Credential } from './credentials.ts';
import type { Protocol } from './http/protocols.ts';
import type { RegionState } from './regionState.ts';
import type { World } from './world.ts';

/** Who asks, and in which account and Region. */
export interface ServiceRequest {
  readonly region: RegionState;
  readonly credential: Credential;
  readonly world: World;
  readonly requestId: string;
}

export interface OperationDefinition {
  /** Whether a success leaves the account different; the ledger records it. */
  readonly changes: boolean;
  /** Whether it needs no permission at all. */
  readonly open?: boolean;
  /** The request bucket it draws from, see limits/. */
  readonly bucket?: string;
  /** The resource that AccessDenied texts name; `*` unless given. */
  readonly resource?: (input: Record<string, unknown>, request: ServiceRequest) => string;
  readonly run: (input: Record<string, unknown>, request: ServiceRequest) => object | Promise<object>;
}

/** One AWS service: add a file that makes one of these, and a line in services.ts. */
export interface ServiceDefinition {
  /** As in the SigV4 scope and in IAM actions. */
  readonly name: string;
  readonly protocol: Protocol;
  /** What precedes the dot in X-Amz-Target, for JSON services. */
  readonly targetPrefix?: string;
  /** The SDK package of the service, whose schemas (`<Operation>$`) say what an input may hold. */
  readonly model?: object;
  readonly operations: Readonly<Record<string, OperationDefinition>>;
}

type Run<I> = (input: I, request: ServiceRequest) => object | Promise<object>;

/** An operation that only reads. The input has the SDK's type, with dates still as numbers. */
export function reads<I extends object>(run: Run<I>, bucket?: string): OperationDefinition {
  return { changes: false, bucket, run: run as unknown as OperationDefinition['run'] };
}

/** An operation that changes the account. */
export function writes<I extends object>(run: Run<I>, bucket?: string): OperationDefinition {
  return { changes: true, bucket, run: run as unknown as OperationDefinition['run'] };
}
