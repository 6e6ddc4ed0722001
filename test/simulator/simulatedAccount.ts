import type { Account, AccountOptions } from './account.ts';
import { Clock, type ClockOptions } from './clock.ts';
import { measuredTimings, scaledTimings, type Timings } from './ecs/timings.ts';
import { Faults } from './faults.ts';
import type { Backend } from './http/handleRequest.ts';
import { startServer } from './http/server.ts';
import { Latency } from './latency.ts';
import { Ledger } from './ledger.ts';
import { Random } from './random.ts';
import { services, unsignedServices } from './services.ts';
import type { SsoState } from './sso/ssoState.ts';
import { World } from './world.ts';

export interface SimulatedAccountOptions {
  /** TCP port on 127.0.0.1; a free one unless given. */
  port?: number;
  /** Accounts to begin with; one, 123456789012, unless given. Later ones: `world.addAccount`. */
  accounts?: readonly AccountOptions[];
  /** Running with the machine's time unless `held`. */
  clock?: ClockOptions;
  /** How many times faster than measured tasks and deployments live; log rates and retention keep their pace. 1 unless given. */
  speed?: number;
  /** Single timings that differ from the measured ones, in milliseconds before `speed` is applied. */
  timings?: Partial<Timings>;
  /** Seed of everything left to chance: ids, faults by rate, jitter. */
  seed?: number;
  /** Whether AWS's request buckets and quotas are enforced with ThrottlingException; off unless given. */
  limits?: boolean;
}

/** A running server with AWS accounts behind it. */
export interface SimulatedAccount {
  /** What clients take for their endpoint: `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly port: number;
  /** The first account. */
  readonly account: Account;
  /** All accounts, their access keys, and what they share. */
  readonly world: World;
  /** The account with this 12-digit id; throws when there is none. */
  accountById(id: string): Account;
  /** Simulated time; with a held one, `await clock.advance(ms)` makes things happen. */
  readonly clock: Clock;
  /** Every request that arrived. */
  readonly ledger: Ledger;
  /** What goes wrong: `faults.add({ operation: 'ecs:*', kind: 'throttle', rate: 0.3 })`. */
  readonly faults: Faults;
  /** IAM Identity Center: who signs in, and what came of it. */
  readonly sso: SsoState;
  /** How long requests take: `latency.set(50)`. */
  readonly latency: Latency;
  /** Turns AWS's request buckets on or off. */
  setLimits(enforced: boolean): void;
  /** Cuts all connections, stops the clock and frees the port. */
  close(): Promise<void>;
}

/** Starts a simulated AWS account that the unmodified SDK and CLI can talk to. */
export async function startSimulatedAccount(options: SimulatedAccountOptions = {}): Promise<SimulatedAccount> {
  const seed = options.seed ?? 1;
  const clock = new Clock(options.clock);
  const timings = scaledTimings(1 / (options.speed ?? 1), { ...measuredTimings, ...options.timings });
  const world = new World(clock, new Random(seed), timings);
  const [account] = (options.accounts ?? [{ id: '123456789012' }]).map((each) => world.addAccount(each));
  if (!account) throw new Error('A simulated account needs at least one account.');
  const backend: Backend = {
    world,
    services,
    unsignedServices,
    ledger: new Ledger(),
    // Chance of its own, so that planting a fault does not change the ids of everything made after it.
    faults: new Faults(new Random(seed + 1)),
    latency: new Latency(new Random(seed + 2)),
    limits: options.limits ?? false,
  };
  const server = await startServer(backend, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    account,
    world,
    accountById: (id) => world.account(id),
    clock,
    ledger: backend.ledger,
    faults: backend.faults,
    latency: backend.latency,
    sso: world.sso,
    setLimits: (enforced) => (backend.limits = enforced),
    close: async () => {
      clock.stop();
      await server.close();
    },
  };
}
