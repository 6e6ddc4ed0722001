import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Timer } from '../../../src/aws/timer.ts';
import { ServiceNode } from '../../../src/ui/explorer/nodes/serviceNode.ts';
import { intervals } from '../../../src/ui/explorer/refresher.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { stockedShop } from '../../support/stockedShop.ts';

type Interval = keyof typeof intervals;

/** An open row of each kind that is read again, with the line of the table that says how often. */
const rows: readonly (readonly [Interval, ...string[]])[] = [
  ['steady', 'shop'],
  ['steady', 'shop', 'web'],
  ['steady', 'shop', 'web', 'Events'],
  ['steady', 'shop', 'web', 'Stopped tasks'],
  ['slowest', 'shop', 'web', 'Scaling'],
  ['steady', 'shop', 'Container instances'],
  ['slowest', 'shop', 'Capacity providers'],
  ['slowest', 'Task definitions'],
  ['slow', 'Task definitions', 'web'],
];

describe('how often open rows are read again', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;
  let now: number;

  /** Nothing happens by itself: the tests look for what is due. */
  const timer: Timer = { now: () => now, sleep: () => new Promise(() => undefined) };

  const start = async (pace?: number): Promise<void> => {
    now = Date.now();
    server = await startSimulatedAccount({ clock: { held: true } });
    stockedShop(server);
    tree = await openTree(server, { timer, pace });
  };

  afterEach(async () => {
    await tree.close();
    await server.close();
  });

  /** Opens a row and asserts that it is read again after so many milliseconds, and not before. */
  const assertReadAfter = async (ms: number, path: readonly string[]): Promise<void> => {
    await tree.open(...path);
    const { branch } = await tree.find(...path);
    assert.ok(branch);
    await branch.load();
    now += ms - 1;
    tree.model.refresher.tick();
    assert.ok(!branch.isLoading, `${path.join(' > ')} is read before ${ms} ms`);
    now += 1;
    tree.model.refresher.tick();
    assert.ok(branch.isLoading, `${path.join(' > ')} is not read after ${ms} ms`);
    await branch.load();
  };

  describe('at rest', () => {
    beforeEach(() => start());

    for (const [interval, ...path] of rows) {
      it(`${path.join(' > ')}: ${interval}`, () => assertReadAfter(intervals[interval], path));
    }

    it('a service that deploys, with its tasks: fast', async () => {
      await tree.open('shop', 'web');
      const node = await tree.find('shop', 'web');
      assert.ok(node instanceof ServiceNode);
      const deployments = [{ status: 'PRIMARY', rolloutState: 'IN_PROGRESS' as const }];
      tree.model.takeNews(tree.connection, { ...node.service, deployments });
      assert.ok(node.isMoving);
      await node.branch?.load();
      await assertReadAfter(intervals.fast, ['shop', 'web']);
    });
  });

  it('all of it in proportion, where another pace is asked for', async () => {
    await start(0.25);
    for (const [interval, ...path] of rows) await assertReadAfter(intervals[interval] * 0.25, path);
  });
});
