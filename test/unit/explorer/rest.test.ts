import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ServiceNode } from '../../../src/ui/explorer/nodes/serviceNode.ts';
import { intervals } from '../../../src/ui/explorer/refresher.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { HeldTimer } from '../../support/heldTimer.ts';
import { changing } from '../../support/changing.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster, region } from '../../support/shop.ts';

const minute = 60_000;
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `service-${index}`);

describe('what is open and not in sight', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;
  let timer: HeldTimer;

  beforeEach(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    timer = new HeldTimer(Date.now());
  });

  afterEach(async () => {
    await tree.close();
    await server.close();
  });

  /** Opens clusters of services, top to bottom, and looks at the first row. */
  const openClusters = async (clusters: readonly string[], services: number): Promise<void> => {
    for (const name of clusters) addCluster(server, name, names(services), 0);
    tree = await openTree(server, { timer });
    for (const name of clusters) await tree.open(name);
    await tree.open();
    tree.model.refresher.setActive(true);
    await tree.settled();
  };

  /** How often the services of each cluster were listed. */
  const listings = (mark: number): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { operation, input } of server.ledger.since(mark)) {
      if (operation !== 'ListServices') continue;
      const name = String(input['cluster']).split('/').at(-1) ?? '';
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };

  const pass = (ms: number): Promise<void> => timer.advance(ms, tree.settled);

  it('is read every ten minutes, and at once when it is looked at', async () => {
    await openClusters(['a', 'b', 'c'], 40);
    let mark = server.ledger.mark();
    await pass(5 * minute);
    assert.deepEqual(listings(mark), { a: 10 });
    mark = server.ledger.mark();
    await pass(5 * minute + 5000);
    assert.deepEqual(listings(mark), { a: 10, b: 1, c: 1 });
    mark = server.ledger.mark();
    await pass(minute);
    tree.model.refresher.lookAt(await tree.find('c', 'service-39'));
    await pass(2000);
    assert.deepEqual(listings(mark), { a: 2, c: 1 });
  });

  it('is read as ever while all of it is in sight', async () => {
    await openClusters(['a', 'b', 'c'], 5);
    const mark = server.ledger.mark();
    await pass(minute + 2000);
    assert.deepEqual(listings(mark), { a: 2, b: 2, c: 2 });
  });

  it('keeps nobody waiting when much of it is due at once', async () => {
    await openClusters(['a', 'b', 'c', 'd', 'e'], 40);
    await pass(intervals.resting - 10_000);
    const mark = server.ledger.mark();
    // One look a second, and one reading at most for each.
    await timer.advance(10_500, tree.settled);
    assert.ok(Object.keys(listings(mark)).length <= 2, JSON.stringify(listings(mark)));
    await pass(10_000);
    assert.deepEqual(Object.keys(listings(mark)).sort(), ['a', 'b', 'c', 'd', 'e']);
  });

  it('is read less often than in sight while it moves, and more often than at rest', async () => {
    await openClusters(['a', 'b'], 40);
    const deploying = { deployments: [{ status: 'PRIMARY', rolloutState: 'IN_PROGRESS' as const }] };
    const counts: number[] = [];
    for (const path of [
      ['a', 'service-0'],
      ['b', 'service-9'],
    ]) {
      const service = await tree.find(...path);
      assert.ok(service instanceof ServiceNode);
      const move = (): void => tree.model.takeNews(tree.connection, { ...service.service, ...deploying });
      const mark = server.ledger.mark();
      for (let second = 0; second < 60; second++) {
        // It goes on deploying, whatever was read.
        if (!service.isMoving) move();
        await pass(1000);
      }
      const { length } = server.ledger
        .since(mark)
        .filter(({ operation, input }) => operation === 'DescribeServices' && String(input['services']) === service.id);
      counts.push(length);
    }
    const [inSight = 0, elsewhere = 0] = counts;
    assert.ok(inSight >= 10, `${inSight} readings in sight`);
    assert.ok(elsewhere >= 1 && elsewhere <= 2, `${elsewhere} readings elsewhere`);
  });

  it('goes for connections, too: the one that is looked at is read every minute', async () => {
    addCluster(server, 'shop', ['web'], 0);
    const roots = Array.from({ length: 30 }, (_, index) => {
      const key = `root-${index}`;
      return { key, profile: key, region, active: index === 0, pinned: true, open: async () => tree.connection };
    });
    tree = await openTree(server, { timer, roots: async () => roots });
    for (const root of await tree.model.roots()) await root.branch.load();
    tree.model.refresher.setActive(true);
    await tree.settled();
    const mark = server.ledger.mark();
    await pass(intervals.resting + 40_000);
    const lists = server.ledger.count('ecs:ListClusters', mark);
    // 10 of the first, 2 of each that is in sight, 1 of each of the others.
    assert.ok(lists >= 29 + 10 && lists <= 60, `${lists} lists`);
  });

  describe('beside tasks that belong to no service', () => {
    const change = async (operation: 'UpdateService' | 'RunTask', input: object): Promise<void> => {
      const { account } = await tree.connection.identity();
      const consent = { account, region, resource: 'web', operation };
      await (await changing(tree.connection)).change('ecs', operation, { cluster: 'shop', ...input } as never, consent);
      await server.clock.advance(300_000);
    };

    const shown = async (): Promise<string[]> => (await tree.open('shop')).map((row) => row.item().label);

    beforeEach(async () => {
      addCluster(server, 'shop', ['web'], 6);
      tree = await openTree(server, { timer });
      assert.deepEqual(await shown(), ['web']);
    });

    it('does not take those of a service for them that are gone and still counted', async () => {
      await change('UpdateService', { service: 'web', desiredCount: 1 });
      await (await tree.find('shop')).branch?.load();
      assert.match((await tree.find('shop', 'web')).item().description ?? '', /^1\/1/);
      assert.deepEqual(await shown(), ['web']);
    });

    it('shows them once they are counted', async () => {
      const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-1'] } };
      await change('RunTask', { taskDefinition: 'web:1', launchType: 'FARGATE', networkConfiguration });
      await tree.model.connections[0]?.branch.load();
      assert.deepEqual(await shown(), ['web', 'Standalone tasks']);
    });
  });
});
