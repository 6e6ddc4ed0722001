import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { ServiceNode } from '../../../src/ui/explorer/nodes/serviceNode.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster } from '../../support/shop.ts';

describe('what somebody else has read of a service', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;
  let kept: Connection;
  let web: ServiceNode;
  let now = Date.now();

  before(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    addCluster(server, 'shop', ['web'], 1);
    tree = await openTree(server, { timer: { now: () => now, sleep: () => new Promise(() => undefined) } });
    await tree.open('shop');
    const node = await tree.find('shop', 'web');
    assert.ok(node instanceof ServiceNode);
    web = node;
    kept = await tree.connection.keep();
  });
  after(async () => {
    kept.dispose();
    await tree.close();
    await server.close();
  });

  it('over a connection of its own to another account is not shown', () => {
    const other = new Proxy(kept, {
      get: (target, key) => (key === 'account' ? '999999999999' : (Reflect.get(target, key, target) as unknown)),
    });
    tree.model.takeNews(other, { ...web.service, runningCount: 99 });
    assert.notEqual(web.service.runningCount, 99);
  });

  it('over a connection of its own to the same account is shown at once', () => {
    assert.notEqual(kept, tree.connection);
    tree.changes.length = 0;
    tree.model.takeNews(kept, { ...web.service, runningCount: 99 });
    assert.equal(web.service.runningCount, 99);
    assert.ok(tree.changes.includes(web));
  });

  it('as scaled up is no trouble until its tasks had time to come', () => {
    const { desiredCount = 0 } = web.service;
    const scaled = { ...web.service, runningCount: desiredCount, desiredCount: desiredCount + 2, pendingCount: 0 };
    tree.model.takeNews(kept, scaled);
    assert.match(web.item().description ?? '', /scaling up/);
    assert.ok(!web.isTroubled && web.isMoving);
    now += 3 * 60_000;
    tree.model.takeNews(kept, scaled);
    assert.match(web.item().description ?? '', /tasks missing/);
    assert.ok(web.isTroubled);
  });

  it('as scaled down goes on until the last of its tasks has ended', () => {
    const { runningCount = 0 } = web.service;
    tree.model.takeNews(kept, { ...web.service, runningCount: runningCount + 1, desiredCount: runningCount });
    assert.match(web.item().description ?? '', /scaling down/);
    assert.ok(!web.isTroubled && web.isMoving);
  });
});
