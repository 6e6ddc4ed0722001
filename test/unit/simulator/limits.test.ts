import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedBulk } from '../../simulator/seed/bulk.ts';
import { openAccount, type OpenAccount } from './support/openAccount.ts';
import { fargateDefinition } from './support/requests.ts';

/** How many of `attempts` calls in a row pass. */
async function passing(attempts: number, call: () => Promise<unknown>): Promise<number> {
  let passed = 0;
  for (let index = 0; index < attempts; index++) {
    const ok = await call().then(
      () => true,
      (error: Error) => {
        assert.deepEqual([error.name, error.message], ['ThrottlingException', 'Rate exceeded']);
        return false;
      },
    );
    if (ok) passed++;
  }
  return passed;
}

async function limited(account: OpenAccount): Promise<OpenAccount> {
  account.sim.setLimits(true);
  return account;
}

test('each request class has its burst and refills at its rate', async (t) => {
  const account = await limited(await openAccount(t));
  const { ecs, logs } = account;
  account.region.logs.createGroup('/ecs/tide').openStream('s');
  const group = { logGroupName: '/ecs/tide' };
  const classes: [burst: number, perSecond: number, call: () => Promise<unknown>][] = [
    [50, 20, () => ecs.listClusters({})],
    [100, 20, () => ecs.listServices({ cluster: 'harbor' })],
    [100, 20, () => ecs.listTasks({ cluster: 'harbor' })],
    [50, 20, () => ecs.listTaskDefinitions({})],
    [20, 1, () => ecs.registerTaskDefinition(fargateDefinition())],
    [10, 10, () => logs.filterLogEvents(group)],
    [25, 25, () => logs.getLogEvents({ ...group, logStreamName: 's' })],
    [25, 25, () => logs.describeLogStreams(group)],
  ];
  for (const [burst, perSecond, call] of classes) {
    assert.equal(await passing(burst + 5, call), burst);
    await account.pass(1);
    assert.equal(await passing(perSecond + 5, call), perSecond);
  }
});

test('classes share nothing with each other, accounts and Regions neither', async (t) => {
  const account = await limited(await openAccount(t));
  assert.equal(await passing(120, () => account.ecs.listTasks({ cluster: 'harbor' })), 100);
  await account.ecs.listServices({ cluster: 'harbor' });
  const elsewhere = account.clients({ region: 'us-east-1' });
  await elsewhere.ecs.listClusters({});
  const other = account.sim.world.addAccount({ id: '210987654321' });
  assert.equal(await passing(60, () => account.clients({ credential: other.credential }).ecs.listClusters({})), 50);
});

test('FilterLogEvents has another quota in us-east-1 and in slow Regions', async (t) => {
  const account = await limited(await openAccount(t));
  for (const [region, quota] of [
    ['us-east-1', 25],
    ['eu-west-3', 10],
    ['af-south-1', 5],
  ] as const) {
    account.sim.account.region(region).logs.createGroup('/g');
    const { logs } = account.clients({ region });
    assert.equal(await passing(30, () => logs.filterLogEvents({ logGroupName: '/g' })), quota);
  }
});

test('off unless asked for', async (t) => {
  const account = await openAccount(t);
  assert.equal(await passing(150, () => account.ecs.listClusters({})), 150);
});

test('a thousand services cost more than the burst: the SDK has to slow down, and gets there', async (t) => {
  const account = await openAccount(t, { clock: {} });
  seedBulk(account.sim, { services: 1000, tasks: 0 });
  account.sim.setLimits(true);
  const { ecs } = account.clients({ maxAttempts: 10 });
  const arns: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await ecs.listServices({ cluster: 'bulk-00001', maxResults: 100, nextToken });
    arns.push(...(page.serviceArns ?? []));
    ({ nextToken } = page);
  } while (nextToken !== undefined);
  assert.equal(new Set(arns).size, 1000);
  assert.equal(account.sim.ledger.count('ecs:ListServices'), 10);
});
