import { type CallerIdentity, fetchCallerIdentity } from './callerIdentity.ts';
import { Clients, type ServiceClient } from './clients.ts';
import type { ConnectionSpec } from '../profile/connectionSpec.ts';
import type { MfaPrompt } from '../signIn/refreshCredentials.ts';
import type { CredentialStore } from '../signIn/credentialStore.ts';
import { AwsError, type AwsErrorKind, isCredentialProblem, isThrottling, toAwsError } from '../errors.ts';
import { type Consent, type Guard, passGate } from './gate.ts';
import { type GuardRules, type Protection, protectionOf, protectionOfChange } from './productionGuard.ts';
import type { ChangeName, Changes, InputOf, OutputOf, ReadName, Reads } from '../sdk/operationTypes.ts';
import type { BucketName } from '../sdk/requestLimits.ts';
import { bucketOf, type ServiceName } from '../sdk/services.ts';
import { RequestBuckets, SharedTokens } from './requestBuckets.ts';
import { throttledAttempts, throttledWait } from './retries.ts';
import { systemTimer, type Timer } from '../timer.ts';
import { inTime, orAborted } from '../waiting.ts';

/** One request as the log shows it: never its input, which may hold what must not be written down. */
export interface RequestTrace {
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
  /** Credentials shared with other connections of the same profile. */
  credentials?: CredentialStore;
  /** What connections to the same account and Region use together. */
  tokens?: SharedTokens;
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
  readonly #clients: Clients;
  readonly #buckets: RequestBuckets;
  readonly #tokens: SharedTokens;
  readonly #patience: number;
  readonly #trace: (request: RequestTrace) => void;
  readonly #guardRules: () => GuardRules;
  readonly #typeName: ConnectionOptions['typeName'];
  readonly #typed = new WeakMap<Consent, string>();
  readonly #onCredentialProblem: (worked: boolean) => void;
  readonly #onIdentity: (identity: CallerIdentity) => void;
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
    this.#clients = new Clients(spec, options.mfa, options.credentials);
    this.timer = options.timer ?? systemTimer;
    this.#patience = options.patience ?? usualPatience;
    this.#buckets = new RequestBuckets(this.timer, spec.region);
    this.#tokens = options.tokens ?? new SharedTokens();
    this.#trace = options.trace ?? (() => undefined);
    this.#guardRules = options.guardRules ?? (() => ({}));
    this.#typeName = options.typeName;
    this.#onCredentialProblem = options.onCredentialProblem ?? (() => undefined);
    this.#onIdentity = options.onIdentity ?? (() => undefined);
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
    return protectionOf({ profile: this.profileLabel, account: this.#account, cluster }, this.#guardRules());
  }

  /** Sends an operation that only reads; waits for its request bucket, retries what the SDK retries. Throws AwsError. */
  async read<S extends ServiceName, N extends ReadName<S>>(
    service: S,
    operation: N,
    input: InputOf<Reads[S][N]>,
    signal?: AbortSignal,
  ): Promise<OutputOf<Reads[S][N]>> {
    const combined = this.#signal(signal);
    const output = await this.#traced(`${service}:${operation}`, combined, async () => {
      await this.#buckets.take(await orAborted(bucketOf(service, operation), combined), combined);
      const client = await orAborted(this.#clients.reader(service), combined);
      const answer = await inTime(this.#patience, combined, (each) => client.send(operation, input as object, each));
      this.#clockOffset = client.clockOffset;
      return answer;
    });
    return output as OutputOf<Reads[S][N]>;
  }

  /**
   * Sends an operation that changes the account, once, after the gate. An answer that never came is an AwsError for
   * which `mayHaveHappened` holds: the caller reads back before it says anything.
   */
  async change<S extends ServiceName, N extends ChangeName & keyof Changes[S]>(
    service: S,
    operation: N,
    input: InputOf<Changes[S][N]>,
    consent: Consent,
    signal?: AbortSignal,
  ): Promise<OutputOf<Changes[S][N]>> {
    const combined = this.#signal(signal);
    const name = `${service}:${operation}`;
    const identity = await this.identity(combined);
    const guard = this.#guard(input as object, identity);
    const agreed = await this.#withTypedName(consent, guard);
    passGate(operation, agreed, { identity, region: this.region, guard });
    const client = await this.#clients.changer(service);
    const output = await this.#traced(name, combined, () =>
      this.#sendChange(client, operation, input as object, combined),
    );
    return output as OutputOf<Changes[S][N]>;
  }

  /** Account and partition behind the credentials; asked once for all who ask, a failure is not kept. */
  identity(signal?: AbortSignal): Promise<CallerIdentity> {
    const asked = (this.#identity ??= this.#askIdentity());
    return signal ? orAborted(asked, signal) : asked;
  }

  /** Forgets credentials and identity: the next request starts from the person's files as they are then. */
  reset(): void {
    this.#clients.reset();
    this.#identity = undefined;
  }

  /** Ends everything in flight; the connection cannot be used afterwards. */
  dispose(): void {
    this.#closing.abort();
    this.#clients.reset();
  }

  #askIdentity(): Promise<CallerIdentity> {
    const asked = fetchCallerIdentity(this).then((identity) => {
      this.#account = identity.account;
      this.#buckets.join(this.#tokens.of([identity.account, this.region, this.spec.endpoints.ecs ?? ''].join(' ')));
      this.#onIdentity(identity);
      return identity;
    });
    asked.catch(() => {
      if (this.#identity === asked) this.#identity = undefined;
    });
    return asked;
  }

  async #sendChange(client: ServiceClient, operation: string, input: object, signal: AbortSignal): Promise<object> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.send(operation, input, signal);
      } catch (error) {
        if (!isThrottling(error) || attempt === throttledAttempts) throw error;
        await this.timer.sleep(throttledWait(attempt), signal);
      }
    }
  }

  async #traced(operation: string, signal: AbortSignal, send: () => Promise<object>): Promise<object> {
    const start = this.timer.now();
    try {
      const output = await send();
      this.#trace({ operation, milliseconds: this.timer.now() - start });
      this.#takeForWorking();
      return output;
    } catch (thrown) {
      const error = signal.aborted
        ? new AwsError('aborted', 'Cancelled.', { operation })
        : toAwsError(thrown, operation);
      if (error.kind !== 'aborted') this.#trace({ operation, milliseconds: this.timer.now() - start, error });
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
    this.#onCredentialProblem(worked);
  }

  /** The consent with the name that was typed for it, asked for once: whoever asks for a consent need not know the guard. */
  async #withTypedName(consent: Consent, { protection, names }: Guard): Promise<Consent> {
    if (protection !== 'confirm' || names.includes(consent.typed ?? '')) return consent;
    const typed = this.#typed.get(consent) ?? (await this.#typeName?.(names, consent));
    if (typed !== undefined) this.#typed.set(consent, typed);
    return { ...consent, typed };
  }

  #guard(input: object, { account }: CallerIdentity): Guard {
    const profile = this.profileLabel;
    const { protection, names } = protectionOfChange(input, { profile, account }, this.#guardRules());
    return { protection, names: names.length > 0 ? names : [profile] };
  }

  #signal(signal: AbortSignal | undefined): AbortSignal {
    return signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal;
  }
}
