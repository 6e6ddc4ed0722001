import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { FaultKind } from '../../simulator/faults.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { ErrorNode } from '../../../src/ui/explorer/nodes/errorNode.ts';
import { eventually } from '../../support/eventually.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { faultPlaces, stockedShop } from '../../support/stockedShop.ts';

/** What each fault is called in the row; undefined where the answer comes all the same. */
const faults: Partial<Record<FaultKind, RegExp | undefined>> = {
  serverError: /^server/,
  resetBefore: /^network/,
  malformedBody: /^malformed/,
  accessDenied: /^denied/,
  expiredToken: /^expired/,
  // The SDK sets its clock by what AWS says: at the latest the next request is right.
  clockSkew: undefined,
  slowBody: undefined,
};

/** Milliseconds: how slow a body is, how wrong the clock. */
const delays: Partial<Record<FaultKind, number>> = { slowBody: 50, clockSkew: 3_600_000 };

describe('the tree under faults', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;

  beforeEach(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    stockedShop(server);
    // A fault is waited out in no time, and the SDK's own retries are not what is shown here.
    tree = await openTree(server, { pace: 0.01 });
  });

  afterEach(async () => {
    await tree.close();
    await server.close();
  });

  for (const [operation, path] of Object.entries(faultPlaces)) {
    for (const [kind, expected] of Object.entries(faults)) {
      it(`${operation} with ${kind}: says what, and recovers by itself`, async () => {
        const parent = path.slice(0, -1);
        if (path.length > 0) await tree.open(...parent);
        server.faults.add({
          operation,
          kind: kind as FaultKind,
          ms: delays[kind as FaultKind],
          count: kind === 'clockSkew' ? 1 : undefined,
        });
        const rows = await tree.open(...path);
        const error = rows.find((row) => row instanceof ErrorNode);
        if (expected) assert.match(error?.item().label ?? 'no error', expected);
        else if (error) assert.match(error.item().label, /^clockSkew/);
        assert.equal(error?.item().command, error && 'refresh');
        server.faults.clear();
        tree.model.refresher.setActive(true);
        const node = path.length === 0 ? (await tree.model.roots())[0] : await tree.find(...path);
        assert.ok(node);
        await eventually('its recovery', () => node.branch?.error === undefined && node.branch?.isComplete === true);
        const healed = await tree.model.children(node);
        assert.ok(healed.length > 0 && !healed.some((row) => row instanceof ErrorNode));
        const calls = server.ledger.count(operation);
        assert.ok(calls >= 2 || !expected, `${operation} was asked ${calls} times`);
      });
    }
  }
});
