import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AwsError, type AwsErrorKind } from '../../../src/aws/errors.ts';
import type { ExplorerNode } from '../../../src/ui/explorer/nodes/node.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster } from '../../support/shop.ts';

const labels = (rows: readonly ExplorerNode[]): string[] => rows.map((row) => row.item().label);

describe('where there is nothing to see', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;

  beforeEach(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
  });

  afterEach(async () => {
    await tree.close();
    await server.close();
  });

  const chosen = async (row: ExplorerNode | undefined): Promise<[command?: string, ...rows: unknown[]]> => {
    const { nodeItem } = await import('../../../src/ui/explorer/nodeItem.ts');
    const { command } = nodeItem(row ?? assert.fail('no such row'));
    return command ? [command.command, ...(command.arguments ?? [])] : [];
  };

  it('an empty Region offers to create a cluster and to look elsewhere, for its own connection', async () => {
    tree = await openTree(server);
    const rows = await tree.open();
    assert.deepEqual(labels(rows), [
      `No clusters in ${tree.connection.region}`,
      'Create Cluster…',
      'Choose Another Region…',
      'Task definitions',
    ]);
    const [root] = await tree.model.roots();
    assert.deepEqual(await chosen(rows[1]), ['ecs.createCluster', root]);
    assert.deepEqual(await chosen(rows[2]), ['ecs.selectRegion', root]);
  });

  it('offers neither where there are clusters, or where rows are left out', async () => {
    addCluster(server, 'shop', []);
    tree = await openTree(server);
    assert.deepEqual(labels(await tree.open()), ['shop', 'Task definitions']);
    tree.model.choose({ filter: 'nothing' });
    assert.deepEqual(
      labels(await tree.open()).filter((label) => label.endsWith('…')),
      [],
    );
  });

  it('a failure leads out of itself: to the sign-in, to the file, or to another try', async () => {
    const { describeError } = await import('../../../src/ui/common/reportError.ts');
    let kind: AwsErrorKind = 'expired';
    tree = await openTree(server, {
      roots: async () => [
        {
          key: 'dev',
          profile: 'dev',
          region: 'eu-west-3',
          active: true,
          pinned: false,
          open: () => Promise.reject(new AwsError(kind, 'Why.')),
        },
      ],
      errorText: (error) => describeError(error),
    });
    const [root] = await tree.model.roots();
    const ways: unknown[] = [];
    for (const one of ['expired', 'badConfig', 'network'] as const) {
      kind = one;
      const [row] = await tree.open();
      const [command, target] = await chosen(row);
      ways.push([command, target === root, row?.item().description]);
      tree.model.startOver();
    }
    assert.deepEqual(ways, [
      ['ecs.signIn', true, 'Sign In'],
      ['ecs.openConfigFile', true, 'Open Config File'],
      ['ecs.refresh', true, 'Try Again'],
    ]);
  });
});
