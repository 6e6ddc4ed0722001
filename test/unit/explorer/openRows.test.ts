import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { ExplorerNode } from '../../../src/ui/explorer/nodes/node.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { eventually } from '../../support/eventually.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster } from '../../support/shop.ts';
import { TreeItemCollapsibleState } from '../../support/vscodeStandIn.ts';

describe('which rows are open', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;

  beforeEach(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    addCluster(server, 'dev', ['web', 'api'], 1);
    addCluster(server, 'prod', ['web', 'api'], 1);
    tree = await openTree(server);
  });

  afterEach(async () => {
    await tree.close();
    await server.close();
  });

  /** Paths of the rows that VS Code would draw open, as it does with rows of which it knows nothing. */
  const opened = async (): Promise<string[]> => {
    const { nodeItem } = await import('../../../src/ui/explorer/nodeItem.ts');
    const walk = (node: ExplorerNode, above: string): string[] => {
      const state: number | undefined = nodeItem(node, tree.model.isOpen(node)).collapsibleState;
      if (state !== TreeItemCollapsibleState.Expanded) return [];
      const path = `${above}/${node.item().label}`;
      return [path, ...node.rows().flatMap((row) => walk(row, path))];
    };
    return tree.model.connections.flatMap((root) => walk(root, ''));
  };

  it('stays as it was while others are left out, once those are back', async () => {
    await tree.open('dev', 'web');
    await tree.open('Task definitions');
    tree.model.setExpanded(await tree.find('Task definitions'), false);
    const before = await opened();
    assert.deepEqual(before, ['/dev', '/dev/dev', '/dev/dev/web']);
    tree.model.choose({ filter: 'api' });
    const root = tree.model.connections[0] ?? assert.fail('no root');
    await eventually('the clusters that match', () => !root.rows().some((row) => row.item().label.includes('…')));
    for (const cluster of root.clusters) await tree.model.children(cluster);
    tree.model.setExpanded(root.clusters[0] ?? assert.fail('no cluster'), false);
    assert.deepEqual(await opened(), ['/dev', '/dev/prod']);
    tree.model.choose({ filter: '' });
    assert.deepEqual(await opened(), before);
  });

  it('stays closed though VS Code asks late for what it showed before', async () => {
    await tree.open('dev');
    const dev = await tree.find('dev');
    tree.model.setExpanded(dev, false);
    tree.model.noteExpanded(dev);
    assert.deepEqual(await opened(), ['/dev']);
    tree.model.setExpanded(dev, true);
    assert.deepEqual(await opened(), ['/dev', '/dev/dev']);
  });

  it('leaves a connection closed that was closed', async () => {
    await tree.open();
    tree.model.setExpanded(await tree.find(), false);
    tree.model.choose({ filter: 'api' });
    tree.model.choose({ filter: '' });
    assert.deepEqual(await opened(), []);
  });
});
