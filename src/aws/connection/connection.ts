import type { ChangeJournal } from './changeJournal.ts';
import { type CallerIdentity, fetchCallerIdentity } from './callerIdentity.ts';
import { Clients } from './clients.ts';
import type { ConnectionSpec } from '../profile/connectionSpec.ts';
import type { MfaPrompt } from '../signIn/refreshCredentials.ts';
import type { CredentialStore } from '../signIn/credentialStore.ts';
import { AwsError, type AwsErrorKind, isCredentialProblem, toAwsError } from '../errors.ts';
import type { Consent } from './gate.ts';
import { type GuardRules, type Protection, protectionOf } from './productionGuard.ts';
import type { InputOf, OutputOf, ReadName, Reads } from '../sdk/operationTypes.ts';
import type { BucketName } from '../sdk/requestLimits.ts';
import { bucketOf, type ServiceName } from '../sdk/services.ts';
import { RequestBuckets, SharedTokens } from './requestBuckets.ts';
import { systemTimer, type Timer } from '../timer.ts';
import { inTime, orAborted } from '../waiting.ts';

/** One request as the log shows it: never its input, which may hold what must not be written down. */
interface RequestTrace {
  /** `ecs:ListServices` */
  operation: string;
  milliseconds: number;
  error?: AwsError;
}

export interface ConnectionOptions {
  mfa?: MfaPrompt;
  timer?: Timer;
  /** Milliseconds until a read that gets no answer is given up, however often it was tried. */
  patience?: number;
  trace?: (request: RequestTrace) => void;
  /** The production guard, read at each change; without it only the names of clusters decide. */
  guardRules?: () => GuardRules;
  /** Has a person type one of these names, where the guard wants that and the consent lacks it. Rejects to refuse. */
  typeName?: (names: readonly string[], consent: Consent) => Promise<string>;
  /** Where changes are written down before they are sent. */
  journal?: ChangeJournal;
  /** Credentials shared with other connections of the same profile. */
  credentials?: CredentialStore;
  /** Where credentials of the same profile are looked for before anybody is asked for new ones. */
  sharedCredentials?: CredentialStore | undefined;
  /** What connections to the same account and Region use together. */
  tokens?: SharedTokens;
  /** The request buckets of the connection whose place this one keeps. */
  buckets?: RequestBuckets;
  /** The account, where it is known already. */
  caller?: CallerIdentity;
  /** Called when AWS does not accept the credentials; `worked` tells whether it had before. */
  onCredentialProblem?: (worked: boolean) => void;
  /** Called when the account is known, or known anew. */
  onIdentity?: (identity: CallerIdentity) => void;
}

/** Longer than one attempt may take, shorter than people wait for a row. */
const usualPatience = 45_000;

/** One profile in one Region: the only way in which the product reaches AWS. */
export class Connection {
  readonly spec: ConnectionSpec;
  /** The clock of everything that waits on behalf of this connection. */
  readonly timer: Timer;
  protected readonly clients: Clients;
  readonly #buckets: RequestBuckets;
  readonly #tokens: SharedTokens;
  readonly #given: ConnectionOptions;
  readonly #closing = new AbortController();
  #identity: Promise<CallerIdentity> | undefined;
  #account: string | undefined;
  #accountAlias: string | undefined;
  #clockOffset = 0;
  #worked = false;
  readonly #firstAnswer = Promise.withResolvers<void>();
  #credentialProblem: AwsErrorKind | undefined;

  constructor(spec: ConnectionSpec, options: ConnectionOptions = {}) {
    this.spec = spec;
    const { caller, mfa, credentials: store, sharedCredentials: shared } = options;
    // Other credentials may be another account's: where one is kept, that is looked at anew.
    const onRenew = caller && (() => (this.#identity = undefined));
    this.clients = new Clients(spec, { mfa, store, shared, onRenew });
    this.timer = options.timer ?? systemTimer;
    this.#buckets = options.buckets ?? new RequestBuckets(this.timer, spec.region);
    this.#tokens = options.tokens ?? new SharedTokens();
    this.#given = options;
    if (!caller) return;
    this.#identity = Promise.resolve(caller);
    this.#account = caller.account;
    this.#worked = true;
  }

  get region(): string {
    return this.spec.region;
  }

  /** The profile's name, or what stands for it when credentials come from the environment. */
  get profileLabel(): string {
    return this.spec.profile ?? 'environment';
  }

  /** Requests of the last minute by request bucket. */
  get requestsLastMinute(): ReadonlyMap<BucketName, number> {
    return this.#buckets.lastMinute;
  }

  /** The account, once `identity` has been answered. */
  get account(): string | undefined {
    return this.#account;
  }

  /** Whether it leads where another does: the same place, as far as is known in the same account. */
  leadsTo(other: Connection): boolean {
    return this.spec.id === other.spec.id && this.#account === other.account;
  }

  /** Whether AWS accepts its credentials, as far as is known. Background work uses no other: it must never be what makes somebody sign in. */
  get works(): boolean {
    return this.#worked;
  }

  /** Milliseconds by which AWS's clock is ahead of this machine's, 0 while they differ by less than minutes. */
  get clockOffset(): number {
    return this.#clockOffset;
  }

  /** Settles when AWS has first answered through it. */
  get firstAnswer(): Promise<void> {
    return this.#firstAnswer.promise;
  }

  /** The name that people gave the account, once `loadAccountAlias` has found one. */
  get accountAlias(): string | undefined {
    return this.#accountAlias;
  }

  /** Asks for the account's alias; many may not ask, and then there is none. */
  async loadAccountAlias(): Promise<string | undefined> {
    const answer = await this.read('iam', 'ListAccountAliases', {}).catch(() => undefined);
    this.#accountAlias = answer?.AccountAliases?.[0];
    return this.#accountAlias;
  }

  /** Why AWS last refused the credentials, until it accepts them again. */
  get credentialProblem(): AwsErrorKind | undefined {
    return this.#credentialProblem;
  }

  /** How the production guard protects this connection, or one of its clusters, as far as the account is known. */
  protection(cluster?: string): Protection {
    return protectionOf(
      { profile: this.profileLabel, account: this.#account, cluster },
      this.#given.guardRules?.() ?? {},
    );
  }

  /** Sends an operation that only reads; waits for its request bucket, retries what the SDK retries. Throws AwsError. */
  async read<S extends ServiceName, N extends ReadName<S>>(
    service: S,
    operation: N,
    input: InputOf<Reads[S][N]>,
    signal?: AbortSignal,
  ): Promise<OutputOf<Reads[S][N]>> {
    const combined = this.untilEnd(signal);
    const output = await this.traced(`${service}:${operation}`, combined, async () => {
      await this.#buckets.take(await orAborted(bucketOf(service, operation), combined), combined);
      const client = await orAborted(this.clients.reader(service), combined);
      const answer = await inTime(this.#given.patience ?? usualPatience, combined, (each) =>
        client.send(operation, input as object, each),
      );
      this.#clockOffset = client.clockOffset;
      return answer;
    });
    return output as OutputOf<Reads[S][N]>;
  }

  /** Account and partition behind the credentials; asked once for all who ask, a failure is not kept. */
  identity(signal?: AbortSignal): Promise<CallerIdentity> {
    const asked = (this.#identity ??= this.#askIdentity());
    return signal ? orAborted(asked, signal) : asked;
  }

  /** Forgets credentials and identity: the next request starts from the person's files as they are then. */
  reset(): void {
    this.clients.reset();
    this.#identity = undefined;
  }

  /**
   * What a connection of its own begins with that is to reach the same account with the same credentials, whatever
   * becomes of this one. Throws AwsError ended when this one has ended already.
   */
  async keptOptions(signal?: AbortSignal): Promise<ConnectionOptions> {
    for (;;) {
      if (this.ended) throw new AwsError('ended', 'The connection has ended.');
      const caller = await this.identity(signal);
      const known = this.#identity;
      const credentials = await this.clients.ownStore();
      // What was renewed in between need not belong together.
      if (known === undefined || this.#identity !== known) continue;
      // It asks nobody for a code: whoever looks at the connection that it comes from does.
      const { onCredentialProblem: _trouble, onIdentity: _identity, mfa: _mfa, ...given } = this.#given;
      const sharedCredentials = given.sharedCredentials ?? given.credentials;
      return { ...given, timer: this.timer, buckets: this.#buckets, credentials, sharedCredentials, caller };
    }
  }

  /** A connection of its own to the same account, for what goes on when the window turns to another. Dispose it. */
  async keep(): Promise<Connection> {
    return new Connection(this.spec, await this.keptOptions());
  }

  /** Whether it can still be used. */
  get ended(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Ends everything in flight; the connection cannot be used afterwards. */
  dispose(): void {
    this.#closing.abort();
    this.clients.reset();
  }

  #askIdentity(): Promise<CallerIdentity> {
    const asked = fetchCallerIdentity(this).then((identity) => {
      this.#account = identity.account;
      this.#buckets.join(this.#tokens.of([identity.account, this.region, this.spec.endpoints.ecs ?? ''].join(' ')));
      this.#given.onIdentity?.(identity);
      return identity;
    });
    asked.catch(() => {
      if (this.#identity === asked) this.#identity = undefined;
    });
    return asked;
  }

  protected async traced(operation: string, signal: AbortSignal, send: () => Promise<object>): Promise<object> {
    const start = this.timer.now();
    try {
      const output = await send();
      this.#given.trace?.({ operation, milliseconds: this.timer.now() - start });
      this.#takeForWorking();
      return output;
    } catch (thrown) {
      const error = signal.aborted
        ? new AwsError('aborted', 'Cancelled.', { operation, code: this.ended ? 'ended' : undefined })
        : toAwsError(thrown, operation);
      if (error.kind !== 'aborted') this.#given.trace?.({ operation, milliseconds: this.timer.now() - start, error });
      if (isCredentialProblem(error, operation)) this.#loseCredentials(error.kind);
      // AWS looks at the credentials first: who is told that a thing does not exist has been let in.
      else if (['refused', 'notFound', 'invalid'].includes(error.kind)) this.#takeForWorking();
      throw error;
    }
  }

  #takeForWorking(): void {
    this.#worked = true;
    this.#credentialProblem = undefined;
    this.#firstAnswer.resolve();
  }

  #loseCredentials(kind: AwsErrorKind): void {
    this.reset();
    this.#credentialProblem = kind;
    const worked = this.#worked;
    this.#worked = false;
    this.#given.onCredentialProblem?.(worked);
  }

  /** Aborts when the caller leaves, or the connection ends. */
  protected untilEnd(signal: AbortSignal | undefined): AbortSignal {
    return signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal;
  }
}
