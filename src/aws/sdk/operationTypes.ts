import type { ChangeOperation, ReadOperation } from './operationKinds.ts';
import type { services, ServiceName } from './services.ts';

/** Constructor parameter and answer of a command; `resolveMiddleware` is its one member whose type names the latter. */
type Signature<C> = C extends new (...args: infer Args) => {
  resolveMiddleware: (...args: never[]) => (...args: never[]) => Promise<{ output: infer Output extends object }>;
}
  ? { input: Args[0]; output: Output }
  : never;

type Signatures<Table, Kind> = {
  [K in keyof Table as Table[K] extends Kind ? K : never]: Table[K] extends { command: infer C } ? Signature<C> : never;
};

type Table<S extends ServiceName> = Awaited<ReturnType<(typeof services)[S]['load']>>['operations'];

/** Operations that only read, by service, with the SDK's own input and output types. */
export type Reads = { [S in ServiceName]: Signatures<Table<S>, ReadOperation> };

/** Operations that change an account, by service. */
export type Changes = { [S in ServiceName]: Signatures<Table<S>, ChangeOperation> };

export type ReadName<S extends ServiceName> = keyof Reads[S] & string;

/** No two services have a change of the same name: a consent need not say whose it is. */
export type ChangeName = { [S in ServiceName]: keyof Changes[S] & string }[ServiceName];

export type InputOf<T> = T extends { input: infer I } ? I : never;
export type OutputOf<T> = T extends { output: infer O } ? O : never;

/** Whatever sends an operation that only reads: a connection. Throws AwsError. */
export interface Reader {
  read<S extends ServiceName, N extends ReadName<S>>(
    service: S,
    operation: N,
    input: InputOf<Reads[S][N]>,
    signal?: AbortSignal,
  ): Promise<OutputOf<Reads[S][N]>>;
}
