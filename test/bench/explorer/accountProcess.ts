import { seedBulk } from '../../simulator/seed/bulk.ts';
import { startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { region } from '../../support/shop.ts';

/** What the process is asked to hold. */
export interface AccountWish {
  services: number;
  /** In each service. */
  tasks: number;
  /** Milliseconds of each request. */
  latency: number;
  clusters?: number;
  /** Whether it throttles as AWS does; so unless given. */
  limits?: boolean;
}

/** Runs as a process of its own, so that its work is not measured: holds an account and tells what was asked of it. */
async function main(): Promise<void> {
  const { latency, limits = true, ...wish } = JSON.parse(process.argv[2] ?? '') as AccountWish;
  const server = await startSimulatedAccount({ limits });
  seedBulk(server, { ...wish, region });
  server.latency.set(latency);
  process.on('message', (message) => {
    if (message === 'counts') {
      const throttled = server.ledger.entries.filter(({ errorCode }) => errorCode === 'ThrottlingException').length;
      process.send?.({ counts: server.ledger.counts(), throttled });
    }
  });
  process.on('disconnect', () => void server.close().then(() => process.exit()));
  process.send?.({ url: server.url, credential: server.account.credential });
}

await main();
