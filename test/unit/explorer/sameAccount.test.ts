import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { eventually } from '../../support/eventually.ts';
import { openTree } from '../../support/openTree.ts';
import { addCluster, region } from '../../support/shop.ts';

it('a row that is closed below one connection stays open, and current, below another to the same account', async () => {
  const server = await startSimulatedAccount({ clock: { held: true } });
  addCluster(server, 'shop', ['web'], 1);
  const keys = ['admin', 'viewer'];
  const tree = await openTree(server, {
    pace: 0.002,
    roots: async () =>
      keys.map((key) => ({
        key,
        profile: key,
        region,
        active: false,
        pinned: true,
        open: async () => tree.connection,
      })),
  });
  try {
    const clusters = [];
    for (const root of await tree.model.roots()) {
      const cluster = (await tree.model.children(root)).find((row) => row.kind === 'cluster');
      assert.ok(cluster);
      await cluster.branch?.load();
      tree.model.setExpanded(cluster, true);
      clusters.push(cluster);
    }
    const [one, other] = clusters;
    assert.ok(one && other && one !== other);
    tree.model.setExpanded(other, false);
    const [before, closed] = [one.branch?.triedAt, other.branch?.triedAt];
    tree.model.refresher.setActive(true);
    await eventually('a further reading', () => one.branch?.triedAt !== before);
    assert.equal(other.branch?.triedAt, closed, 'what is closed is not read');
  } finally {
    await tree.close();
    await server.close();
  }
});
