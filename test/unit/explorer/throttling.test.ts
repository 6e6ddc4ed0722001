import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AwsError } from '../../../src/aws/errors.ts';
import { ErrorNode } from '../../../src/ui/explorer/nodes/errorNode.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { eventually } from '../../support/eventually.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { faultPlaces, stockedShop } from '../../support/stockedShop.ts';

interface Case {
  operation: string;
  path: readonly string[];
  server: SimulatedAccount;
  tree: OpenTree;
}

/** The SDK tries a throttled request for seconds: so the operations are tried side by side, each in its own account. */
describe('the tree while AWS throttles', () => {
  it('says so at every operation, leaves the account alone for a while, and recovers by itself', async () => {
    const cases: Case[] = [];
    for (const [operation, path] of Object.entries(faultPlaces)) {
      const server = await startSimulatedAccount({ clock: { held: true } });
      stockedShop(server);
      const tree = await openTree(server, { pace: 0.01 });
      await tree.connection.identity();
      if (path.length > 0) await tree.open(...path.slice(0, -1));
      cases.push({ operation, path, server, tree });
    }
    await Promise.all(cases.map(tryOne));
    for (const { tree, server } of cases.reverse()) {
      await tree.close();
      await server.close();
    }
  });
});

async function tryOne({ operation, path, server, tree }: Case): Promise<void> {
  server.faults.add({ operation, kind: 'throttle' });
  const rows = await tree.open(...path);
  const error = rows.find((row) => row instanceof ErrorNode);
  assert.match(error?.item().label ?? 'no error', /^throttled/, operation);
  const node = error?.parent ?? assert.fail(operation);
  assert.ok(node.branch?.error instanceof AwsError);
  server.faults.clear();
  tree.model.refresher.setActive(true);
  await eventually(`the recovery of ${operation}`, () => node.branch?.error === undefined);
  assert.equal(tree.model.refresher.pausedFor, 0);
}
