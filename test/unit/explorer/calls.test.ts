import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { HeldTimer } from '../../support/heldTimer.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster } from '../../support/shop.ts';

const ecsCalls = (server: SimulatedAccount, mark = 0): Record<string, number> =>
  Object.fromEntries(Object.entries(server.ledger.counts(mark)).filter(([name]) => name.startsWith('ecs:')));

describe('what the explorer asks of AWS', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;
  let timer: HeldTimer;

  beforeEach(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    timer = new HeldTimer(Date.now());
    tree = await openTree(server, { timer });
  });

  afterEach(async () => {
    await tree.close();
    await server.close();
  });

  const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `service-${index}`);

  it('opens a cluster of 100 services with 11 calls', async () => {
    addCluster(server, 'shop', names(100), 0);
    await tree.open();
    const mark = server.ledger.mark();
    const rows = await tree.open('shop');
    assert.equal(rows.filter((row) => row.kind === 'service').length, 100);
    assert.deepEqual(ecsCalls(server, mark), { 'ecs:ListServices': 1, 'ecs:DescribeServices': 10 });
  });

  it('opens a cluster of 1,000 services with 10 + 100 calls', async () => {
    addCluster(server, 'shop', names(1000), 0);
    await tree.open();
    const mark = server.ledger.mark();
    await tree.open('shop');
    assert.equal(tree.model.connections[0]?.clusters[0]?.services.length, 1000);
    assert.deepEqual(ecsCalls(server, mark), { 'ecs:ListServices': 10, 'ecs:DescribeServices': 100 });
  });

  it('opens a service of 200 tasks with 2 + 2 calls, and again with none', async () => {
    addCluster(server, 'shop', ['web'], 200);
    await tree.open('shop');
    const mark = server.ledger.mark();
    const rows = await tree.open('shop', 'web');
    assert.equal(rows.filter((row) => row.kind === 'task').length, 200);
    tree.model.setExpanded(await tree.find('shop', 'web'), false);
    await tree.open('shop', 'web');
    assert.deepEqual(ecsCalls(server, mark), { 'ecs:ListTasks': 2, 'ecs:DescribeTasks': 2 });
  });

  it('asks nothing in five minutes while hidden, and again every 30 seconds when seen', async () => {
    addCluster(server, 'shop', ['web', 'api'], 2);
    await tree.open('shop', 'web');
    const mark = server.ledger.mark();
    await timer.advance(300_000, tree.settled);
    assert.equal(server.ledger.count('*', mark), 0);
    tree.model.refresher.setActive(true);
    const listings = (): number => server.ledger.count('ecs:ListTasks', mark);
    await tree.settled();
    assert.equal(listings(), 1, 'what is due is read at once');
    await timer.advance(25_000, tree.settled);
    assert.equal(listings(), 1);
    await timer.advance(10_000, tree.settled);
    assert.equal(listings(), 2);
  });
});
