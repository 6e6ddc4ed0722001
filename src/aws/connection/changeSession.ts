import { randomUUID } from 'node:crypto';
import { AwsError, isThrottling } from '../errors.ts';
import type { ChangeName, Changes, InputOf, OutputOf } from '../sdk/operationTypes.ts';
import type { ServiceName } from '../sdk/services.ts';
import type { CallerIdentity } from './callerIdentity.ts';
import type { ServiceClient } from './clients.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { type Consent, type Guard, passGate } from './gate.ts';
import { protectionOfChange } from './productionGuard.ts';
import { orAborted } from '../waiting.ts';
import { throttledAttempts, throttledWait } from './retries.ts';

/** Names that were typed for a consent: asked for once, however many steps a change has. */
const typedNames = new WeakMap<Consent, string>();

interface ChangeSessionOptions {
  /** What goes on, in words: “Scaling checkout”. */
  title?: string;
  /** Called when an operation is handed to the network: from then on it may be carried out. */
  onSend?: ((operation: ChangeName) => void) | undefined;
}

/**
 * What a change is sent and read back through, from a consent to its end: it keeps the account and the credentials that
 * it began with, whatever becomes of the connection that it began on.
 */
export class ChangeSession extends Connection {
  readonly #options: ConnectionOptions & ChangeSessionOptions;
  readonly #sent: ChangeName[] = [];
  readonly #id = randomUUID();

  private constructor(from: Connection, options: ConnectionOptions & ChangeSessionOptions) {
    super(from.spec, options);
    this.#options = options;
  }

  /** Throws AwsError ended when the connection has ended: then nothing may be sent through it any more. */
  static async begin(
    from: Connection,
    options: ChangeSessionOptions = {},
    signal?: AbortSignal,
  ): Promise<ChangeSession> {
    if (from.ended) throw new AwsError('ended', 'The connection has ended.', { code: 'not-sent' });
    return new ChangeSession(from, { ...(await from.keptOptions(signal)), ...options });
  }

  /** The operations that were handed to the network, in their order. */
  get sent(): readonly ChangeName[] {
    return this.#sent;
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
    const combined = this.untilEnd(signal);
    const client = await orAborted(this.clients.changer(service), combined);
    const identity = await this.identity(combined);
    const guard = this.#guard(input as object, identity);
    const agreed = await this.#withTypedName(consent, guard);
    passGate(operation, agreed, { identity, region: this.region, guard });
    const output = await this.traced(`${service}:${operation}`, combined, async () => {
      combined.throwIfAborted();
      await this.#writeDown(operation, identity);
      combined.throwIfAborted();
      this.#sent.push(operation);
      this.#options.onSend?.(operation);
      return this.#send(client, operation, input as object, combined);
    });
    return output as OutputOf<Changes[S][N]>;
  }

  override dispose(): void {
    super.dispose();
    this.#options.journal?.remove(this.#id);
  }

  #writeDown(operation: ChangeName, { account }: CallerIdentity): PromiseLike<void> | undefined {
    const { journal, title = operation } = this.#options;
    const operations = [...this.#sent, operation];
    const { profileLabel: profile, region } = this;
    return journal?.write({ id: this.#id, title, operations, profile, region, account, sentAt: this.timer.now() });
  }

  async #send(client: ServiceClient, operation: string, input: object, signal: AbortSignal): Promise<object> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.send(operation, input, signal);
      } catch (error) {
        if (!isThrottling(error) || attempt === throttledAttempts) throw error;
        await this.timer.sleep(throttledWait(attempt), signal);
      }
    }
  }

  /** The consent with the name that was typed for it: whoever asks for a consent need not know the guard. */
  async #withTypedName(consent: Consent, { protection, names }: Guard): Promise<Consent> {
    if (protection !== 'confirm' || names.includes(consent.typed ?? '')) return consent;
    const typed = typedNames.get(consent) ?? (await this.#options.typeName?.(names, consent));
    if (typed !== undefined) typedNames.set(consent, typed);
    return { ...consent, typed };
  }

  #guard(input: object, { account }: CallerIdentity): Guard {
    const profile = this.profileLabel;
    const { protection, names } = protectionOfChange(input, { profile, account }, this.#options.guardRules?.() ?? {});
    return { protection, names: names.length > 0 ? names : [profile] };
  }
}
