import { Account, type AccountOptions } from './account.ts';
import type { Clock } from './clock.ts';
import { Credentials } from './credentials.ts';
import type { Timings } from './ecs/timings.ts';
import { Random } from './random.ts';
import { SsoState } from './sso/ssoState.ts';

/** All accounts behind one server, and what they share: time, chance, access keys. */
export class World {
  readonly clock: Clock;
  readonly random: Random;
  readonly timings: Timings;
  readonly credentials = new Credentials();
  /** Chance of its own, so that signing in does not change the ids of everything made after it. */
  readonly sso = new SsoState(new Random(7));
  readonly #accounts = new Map<string, Account>();

  constructor(clock: Clock, random: Random, timings: Timings) {
    this.clock = clock;
    this.random = random;
    this.timings = timings;
  }

  addAccount(options: AccountOptions): Account {
    const account = new Account(this, options);
    this.#accounts.set(account.id, account);
    return account;
  }

  accounts(): Account[] {
    return [...this.#accounts.values()];
  }

  /** The account with this 12-digit id; throws when there is none. */
  account(id: string): Account {
    const account = this.#accounts.get(id);
    if (!account) throw new Error(`There is no simulated account ${id}.`);
    return account;
  }

  hasAccount(id: string): boolean {
    return this.#accounts.has(id);
  }
}
