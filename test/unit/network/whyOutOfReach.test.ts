import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { fetchStoppedTasks } from '../../../src/aws/read/stoppedTasks.ts';
import { askWhy, type Why } from '../../../src/diagnose/askWhy.ts';
import { NETWORK_CLUSTER, networkTroubles, seedNetworkTroubles } from '../../simulator/seed/networkTroubles.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';

describe('why a task stopped that does not reach what it needs', () => {
  let server: SimulatedAccount;
  let files: { remove(): Promise<void> };
  let connection: Connection;

  before(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    seedNetworkTroubles(server);
    await server.clock.advance(900_000);
    const { credential } = server.account;
    files = await useAwsFiles({ dev: { credential, settings: { region: 'eu-west-1', endpoint_url: server.url } } });
    connection = await connectTo({ profile: 'dev' });
  });
  after(async () => {
    connection.dispose();
    await files.remove();
    await server.close();
  });

  const { signal } = new AbortController();

  async function whyOf(service: string): Promise<Why> {
    const [task] = await fetchStoppedTasks(connection, { cluster: NETWORK_CLUSTER, service }, signal);
    assert.ok(task, service);
    const rounds = askWhy(connection, { subject: 'task', now: server.clock.now(), task }, signal);
    let last: Why | undefined;
    for await (const why of rounds) last = why;
    return last ?? assert.fail();
  }

  it('is told with what is in the way', async () => {
    for (const [service, destination] of [
      ['no-way-out', 'ecr'],
      ['no-logs-endpoint', 'logs'],
      ['no-secrets-endpoint', 'secretsmanager'],
      ['endpoint-group', 'ecr'],
      ['acl-one-way', 'ecr'],
    ] as const) {
      assert.ok(networkTroubles[service]?.fails);
      const { facts } = await whyOf(service);
      const closed = facts.reach?.filter(({ isReachable }) => isReachable === false) ?? [];
      assert.ok(
        closed.some((one) => one.destination === destination && one.repair),
        service,
      );
    }
  });
});
