import type { BucketName } from './requestLimits.ts';

/** A constructor of an SDK command. */
type CommandClass = new (input: never) => object;

/** The request bucket that a read waits for; `unmetered` says that none is known for it. */
export type Bucket = BucketName | 'unmetered';

/** An operation that changes nothing and is sent without asking. */
export interface ReadOperation<C extends CommandClass = CommandClass> {
  readonly kind: 'read';
  readonly command: C;
  readonly bucket: Bucket;
}

/** An operation that changes an account: sent only through the gate (`gate.ts`), once, with a consent. */
export interface ChangeOperation<C extends CommandClass = CommandClass> {
  readonly kind: 'change';
  readonly command: C;
}

export type Operation<C extends CommandClass = CommandClass> = ReadOperation<C> | ChangeOperation<C>;

/**
 * The operations of a service that may be sent, by name. `Sdk` is the module of its client: a name that it does not
 * know, or a name with another operation's command, does not compile.
 */
export type OperationTable<Sdk> = {
  readonly [K in keyof Sdk as K extends `${infer Name}Command` ? Name : never]?: Sdk[K] extends CommandClass
    ? Operation<Sdk[K]>
    : never;
};

/** Declares an operation that only reads. */
export function reads<C extends CommandClass>(command: C, bucket: Bucket): ReadOperation<C> {
  return { kind: 'read', command, bucket };
}

/** Declares an operation that changes an account. */
export function changes<C extends CommandClass>(command: C): ChangeOperation<C> {
  return { kind: 'change', command };
}
