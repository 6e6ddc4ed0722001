import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster } from '../../support/shop.ts';

describe('an identity that may not do everything', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;

  beforeEach(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    addCluster(server, 'shop', ['api', 'web'], 1);
    tree = await openTree(server);
  });

  afterEach(async () => {
    await tree.close();
    await server.close();
  });

  const labels = async (...path: string[]): Promise<string[]> =>
    (await tree.open(...path)).map((row) => row.item().label);

  it('sees names where it may list but not describe, and which permission is missing', async () => {
    server.faults.add({ operation: 'ecs:DescribeClusters', kind: 'accessDenied' });
    server.faults.add({ operation: 'ecs:DescribeServices', kind: 'accessDenied' });
    const [error, cluster] = await labels();
    assert.match(error ?? '', /^denied: .*DescribeClusters/);
    assert.equal(cluster, 'shop');
    const [missing, ...services] = await labels('shop');
    assert.match(missing ?? '', /^denied: .*DescribeServices/);
    assert.deepEqual(services, ['api', 'web']);
    assert.ok((await tree.open('shop', 'web')).some(({ kind }) => kind === 'task'));
  });

  it('sees everything else where it may not ask who it is', async () => {
    server.faults.add({ operation: 'sts:*', kind: 'accessDenied' });
    assert.deepEqual(await labels(), ['shop', 'Task definitions']);
    const root = (await tree.model.roots())[0];
    assert.match(root?.item().description ?? '', /123456789012/);
  });
});
