import { AwsError } from '../errors.ts';
import type { Credentials } from '../sdk/clientConfig.ts';

/** Milliseconds before their end from which credentials are asked for anew; the SDK keeps the same distance. */
const renewalWindow = 5 * 60_000;

/**
 * Keeps credentials by profile until it is time to refresh them, for all clients and Regions of a window: whoever has
 * to be asked (an MFA code, a credential_process with a prompt) is asked once per session. A refusal to answer stands
 * until `retry`.
 */
export class CredentialStore {
  readonly #kept: Map<string, Credentials>;
  readonly #asking = new Map<string, Promise<Credentials>>();
  readonly #refusals = new Map<string, AwsError>();

  /** What the store begins with. */
  constructor(kept: readonly (readonly [key: string, credentials: Credentials])[] = []) {
    this.#kept = new Map(kept);
  }

  /** Credentials that are kept and good for a while; nobody is asked. */
  fresh(key: string): Credentials | undefined {
    const kept = this.#kept.get(key);
    return kept && isFresh(kept) ? kept : undefined;
  }

  /** Credentials that are kept, or being asked for, or else those that `ask` gives. */
  async get(key: string, ask: () => Promise<Credentials>): Promise<Credentials> {
    for (;;) {
      const refusal = this.#refusals.get(key);
      if (refusal) throw refusal;
      const kept = this.fresh(key);
      if (kept) return kept;
      const asking = this.#asking.get(key);
      if (!asking) return this.#ask(key, ask);
      const found = await asking.catch(() => undefined);
      if (found) return found;
    }
  }

  /** Drops credentials that AWS did not accept; newer ones of the same profile stay. */
  forget(key: string, refused: Credentials | undefined): void {
    if (refused && this.#kept.get(key) === refused) this.#kept.delete(key);
  }

  /** Drops everything known of a profile, so that the next request starts from its files and asks again. */
  retry(key: string): void {
    this.#kept.delete(key);
    this.#refusals.delete(key);
  }

  async #ask(key: string, ask: () => Promise<Credentials>): Promise<Credentials> {
    const asking = ask();
    this.#asking.set(key, asking);
    try {
      const credentials = await asking;
      this.#kept.set(key, credentials);
      return credentials;
    } catch (error) {
      if (error instanceof AwsError && error.kind === 'mfaNeeded') this.#refusals.set(key, error);
      throw error;
    } finally {
      this.#asking.delete(key);
    }
  }
}

function isFresh({ expiration }: Credentials): boolean {
  return expiration === undefined || expiration.getTime() - Date.now() > renewalWindow;
}
