import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import type { ExplorerNode } from '../../../src/ui/explorer/nodes/node.ts';
import { StoppedTasks } from '../../../src/ui/explorer/nodes/stoppedTasks.ts';
import { eventually } from '../../support/eventually.ts';
import { memory, openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster } from '../../support/shop.ts';

const labels = (rows: readonly ExplorerNode[]): string[] => rows.map((row) => row.item().label);

describe('what a person chooses to see', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;

  beforeEach(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    tree = await openTree(server);
  });

  afterEach(async () => {
    await tree.close();
    await server.close();
  });

  const many = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

  it('finds by name in clusters that were never opened, and describes only what matches', async () => {
    addCluster(server, 'dev', [...many('web', 150), 'payments-api'], 0);
    addCluster(server, 'prod', [...many('api', 150), 'payments-api', 'payments-worker'], 0);
    addCluster(server, 'tools', many('job', 5), 0);
    await tree.open();
    const mark = server.ledger.mark();
    tree.model.choose({ filter: 'payments-*' });
    const root = tree.model.connections[0] ?? assert.fail('no root');
    await eventually('the clusters that match', () => !labels(root.rows()).some((label) => label.includes('…')));
    assert.deepEqual(labels(root.rows()), ['dev', 'prod', 'Task definitions']);
    assert.deepEqual(labels(await tree.open('prod')), ['payments-api', 'payments-worker']);
    assert.equal(server.ledger.count('ecs:ListServices', mark), 2 + 2 + 1);
    assert.equal(server.ledger.count('ecs:DescribeServices', mark), 2);
    tree.model.choose({ filter: 'payments-worker' });
    await eventually('the narrower match', () => labels(root.rows())[0] === 'prod');
    tree.model.choose({ filter: 'nothing-like-this' });
    await eventually('no match', () => labels(root.rows())[0] === 'No cluster or service matches');
    tree.model.choose({ filter: '' });
    assert.deepEqual(labels(root.rows()), ['dev', 'prod', 'tools', 'Task definitions']);
    assert.equal(
      (await tree.open('prod')).flatMap((row) => [row, ...row.rows()]).filter(({ kind }) => kind === 'service').length,
      152,
    );
  });

  it('shows a cluster with all its services when its own name matches', async () => {
    addCluster(server, 'payments', ['web', 'api'], 0);
    addCluster(server, 'shop', ['web'], 0);
    await tree.open();
    tree.model.choose({ filter: '/^pay/' });
    const root = tree.model.connections[0] ?? assert.fail('no root');
    await eventually('the match', () => labels(root.rows()).join() === 'payments,Task definitions');
    assert.deepEqual(labels(await tree.open('payments')).slice(0, 2), ['api', 'web']);
  });

  it('leaves out services that are well', async () => {
    const cluster = addCluster(server, 'shop', ['web', 'api'], 1);
    const ill = cluster.services.get('api') ?? assert.fail('no service');
    ill.desiredCount = 3;
    await tree.open();
    tree.model.choose({ troubledOnly: true });
    const root = tree.model.connections[0] ?? assert.fail('no root');
    await eventually('the cluster', () => labels(root.rows())[0] === 'shop');
    assert.deepEqual(labels(await tree.open('shop')), ['api']);
    assert.equal(tree.model.troubled.length, 1);
  });

  it('shows what it finds as it goes, and how far it is, and does not begin again beside it', async () => {
    const cluster = addCluster(server, 'shop', many('web', 200), 0);
    for (const service of cluster.services.values()) service.desiredCount = 1;
    const shown: string[] = [];
    const other = await openTree(server, {
      changed: (node) => {
        const [root] = other.model.connections;
        const rows = root?.rows() ?? [];
        shown.push(rows.map((row) => `${row.item().label} ${row.item().description}: ${row.rows().length}`).join('\n'));
        // Connections are read again every minute, and others have news meanwhile.
        if (node === root && shown.length < 4) void root?.branch.load();
      },
    });
    try {
      await other.open();
      server.latency.set(5);
      const mark = server.ledger.mark();
      other.model.choose({ troubledOnly: true });
      assert.ok(other.model.isSearching);
      await eventually('the end of the search', () => !other.model.isSearching);
      const onTheWay = shown.filter((rows) => /^Searching 1 cluster… [1-9]\d{1,2} of 200 services: 0$/m.test(rows));
      assert.ok(onTheWay.length > 0, shown.join('\n\n'));
      for (const rows of onTheWay) assert.match(rows, /^shop .*in trouble.*: [1-9]\d*$/m);
      assert.equal(server.ledger.count('ecs:ListServices', mark), 2);
    } finally {
      await other.close();
    }
  });

  it('ends the search of a cluster that cannot be read with what is wrong', async () => {
    addCluster(server, 'shop', ['web'], 1);
    await tree.open();
    server.faults.add({ operation: 'ecs:ListServices', kind: 'accessDenied' });
    tree.model.choose({ troubledOnly: true });
    await eventually('the end of the search', () => !tree.model.isSearching);
    const root = tree.model.connections[0] ?? assert.fail('no root');
    assert.deepEqual(labels(root.rows()), ['shop']);
  });

  it('puts favourites on top and sorts by what needs a look', async () => {
    const cluster = addCluster(server, 'shop', ['a', 'b', 'c'], 1);
    const ill = cluster.services.get('b') ?? assert.fail('no service');
    ill.desiredCount = 3;
    const arn = cluster.services.get('c')?.arn ?? '';
    tree.model.choose({ sort: 'status', favourites: [arn] });
    assert.deepEqual(labels(await tree.open('shop')).slice(0, 3), ['c', 'b', 'a']);
  });

  it('groups by the beginning of names where there are many', async () => {
    addCluster(server, 'shop', [...many('shop-dev-web', 60), ...many('shop-prod-web', 60), 'single'], 0);
    const rows = await tree.open('shop');
    assert.deepEqual(labels(rows).slice(0, 3), ['shop-dev', 'shop-prod', 'single']);
    assert.equal(rows[0]?.rows().length, 60);
    tree.model.choose({ grouping: 'off' });
    const shop = await tree.find('shop');
    assert.equal(shop.rows().filter(({ kind }) => kind === 'service').length, 121);
  });

  it('keeps stopped tasks with their reason after ECS has forgotten them', async () => {
    const cluster = addCluster(server, 'shop', ['web'], 1);
    await tree.open('shop', 'web');
    const [task] = cluster.liveTasks();
    task?.life.stop('UserInitiated', 'Testing failover');
    await server.clock.advance(120_000);
    assert.deepEqual(labels(await tree.open('shop', 'web', 'Stopped tasks')), ['Testing failover']);
    await server.clock.advance(2 * 3_600_000);
    const group = await tree.find('shop', 'web', 'Stopped tasks');
    await group.branch?.reload();
    assert.deepEqual(labels(group.rows()), ['Testing failover']);
    assert.equal(cluster.tasks.has(task?.data.taskArn?.split('/').at(-1) ?? ''), false);
  });

  it('counts the stopped tasks that a service has seen, until they are forgotten', async () => {
    const cluster = addCluster(server, 'shop', ['web'], 1);
    const stopped = new StoppedTasks(memory());
    const other = await openTree(server, { stopped });
    const counted = async (): Promise<string | undefined> =>
      (await other.find('shop', 'web', 'Stopped tasks')).item().description;
    try {
      await other.open('shop', 'web');
      assert.equal(await counted(), undefined);
      cluster.liveTasks()[0]?.life.stop('UserInitiated', 'Testing failover');
      await server.clock.advance(120_000);
      await (await other.find('shop', 'web')).branch?.reload();
      assert.equal(await counted(), '1');
      stopped.clear(other.connection.spec.id);
      assert.equal(await counted(), undefined);
    } finally {
      await other.close();
    }
  });
});
