import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import type { ShownConnection } from '../../../src/ui/explorer/nodes/connectionNode.ts';
import type { ExplorerNode } from '../../../src/ui/explorer/nodes/node.ts';
import { whoAsks } from '../../../src/ui/explorer/whoAsks.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { eventually } from '../../support/eventually.ts';
import { HeldTimer, turns } from '../../support/heldTimer.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster, region } from '../../support/shop.ts';

const labels = (rows: readonly ExplorerNode[]): string[] => rows.map((row) => row.item().label);

/** Holds every request until it is let go, and then ends it without an answer. */
class SilentServer {
  readonly #held = new Set<ServerResponse>();
  readonly #server: Server;
  #isLetGo = false;

  constructor() {
    this.#server = createServer((_request, response) => {
      if (this.#isLetGo) response.destroy();
      else this.#held.add(response);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  letGo(): void {
    this.#isLetGo = true;
    for (const response of this.#held) response.destroy();
  }

  close(): void {
    this.letGo();
    this.#server.close();
  }
}

describe('several connections of which one does not answer', () => {
  const silent = new SilentServer();
  let server: SimulatedAccount;
  let tree: OpenTree;
  let slow: Connection;
  let timer: HeldTimer;

  beforeEach(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    addCluster(server, 'shop', ['web'], 1);
    timer = new HeldTimer(Date.now());
    const root = (key: string, open: () => Promise<Connection>): ShownConnection => ({
      key,
      profile: key,
      region,
      active: false,
      pinned: true,
      open,
    });
    tree = await openTree(server, {
      timer,
      roots: async () => [root('slow', async () => slow), root('dev', async () => tree.connection)],
    });
    // Nobody waits for the pauses between the tries.
    const hasty = { now: () => Date.now(), sleep: () => Promise.resolve() };
    slow = await connectTo({ profile: 'dev', endpointUrl: await silent.start() }, { timer: hasty });
  });

  afterEach(async () => {
    silent.close();
    await tree.close();
    slow.dispose();
    await server.close();
  });

  it('shows the others, says soon that it is being read, and shows what becomes of it', async () => {
    const roots = await tree.model.roots();
    tree.model.readAhead(roots);
    const [first, second] = roots.map((root) => tree.model.children(root));
    assert.ok(first && second && roots[0]);
    assert.deepEqual(labels(await second), ['shop', 'Task definitions']);
    let rows: ExplorerNode[] | undefined;
    void first.then((shown) => (rows = shown));
    await turns();
    assert.equal(rows, undefined, 'a quick answer is waited for');
    await timer.advance(1000);
    assert.deepEqual(labels(await first), ['Reading…']);
    assert.deepEqual(labels(await tree.model.children(roots[0])), ['Reading…'], 'nobody waits a second time');
    const before = tree.changes.length;
    silent.letGo();
    await eventually('news of it', () => tree.changes.slice(before).includes(roots[0]));
    assert.match(labels(await tree.model.children(roots[0])).join(), /^network/);
  });
});

describe('several connections of which some ask for an MFA code', () => {
  it('opens from the start those that ask for nothing, and the active one', async () => {
    const role = { role_arn: 'arn:aws:iam::111122223333:role/admin', mfa_serial: 'arn:aws:iam::111122223333:mfa/me' };
    const files = await useAwsFiles({
      dev: { settings: { region } },
      prod: { settings: { region, ...role, source_profile: 'dev' } },
      audit: { settings: { region, ...role, source_profile: 'dev' } },
      deep: { settings: { region, role_arn: role.role_arn, source_profile: 'audit' } },
    });
    const server = await startSimulatedAccount({ clock: { held: true } });
    const opened: string[] = [];
    const roots = ['dev', 'prod', 'audit', 'deep'].map((profile) => ({
      key: profile,
      profile,
      region,
      active: profile === 'prod',
      pinned: true,
      open: () => {
        opened.push(profile);
        return Promise.reject(new Error('It is not asked further.'));
      },
    }));
    const shown = await whoAsks(roots);
    await files.remove();
    const tree = await openTree(server, { roots: async () => shown });
    try {
      const nodes = await tree.model.roots();
      tree.model.readAhead(nodes);
      await eventually('all that is read', () => opened.length >= 2);
      await turns();
      assert.deepEqual(opened.sort(), ['dev', 'prod']);
      assert.deepEqual(
        nodes.map((node) => node.item().expandable),
        ['expanded', 'expanded', 'collapsed', 'collapsed'],
      );
      tree.model.refresher.setActive(true);
      tree.model.refresher.tick();
      await turns();
      assert.deepEqual(opened.sort(), ['dev', 'prod'], 'in the background, too');
      const [, , audit] = nodes;
      assert.ok(audit);
      tree.model.setExpanded(audit, true);
      await tree.model.children(audit);
      assert.deepEqual(opened.sort(), ['audit', 'dev', 'prod']);
    } finally {
      await tree.close();
      await server.close();
    }
  });
});
