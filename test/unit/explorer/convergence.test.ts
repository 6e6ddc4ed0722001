import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ClusterState } from '../../simulator/ecs/clusterState.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import type { ExplorerNode } from '../../../src/ui/explorer/nodes/node.ts';
import { ServiceNode } from '../../../src/ui/explorer/nodes/serviceNode.ts';
import { TaskNode } from '../../../src/ui/explorer/nodes/taskNode.ts';
import { eventually } from '../../support/eventually.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster, addRevision, addService } from '../../support/shop.ts';

type Step =
  | { kind: 'scale'; service: number; count: number }
  | { kind: 'deploy'; service: number }
  | { kind: 'die'; service: number }
  | { kind: 'add' }
  | { kind: 'pass'; seconds: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('scale' as const), service: fc.nat(3), count: fc.nat(4) }),
  fc.record({ kind: fc.constant('deploy' as const), service: fc.nat(3) }),
  fc.record({ kind: fc.constant('die' as const), service: fc.nat(3) }),
  fc.record({ kind: fc.constant('add' as const) }),
  fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 90 }) }),
);

/** Two readings pass between a change and the look at what is shown. */
const pace = 0.004;

/** How many accounts to try: a sample in `npm test`, more in the soak run. */
const runs = Number(process.env['EXPLORER_RUNS'] ?? 12);

describe('the tree follows the account', () => {
  it('whatever deploys, scales and dies, and shows nothing twice', { timeout: runs * 10_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const server = await startSimulatedAccount({ clock: { held: true } });
        const cluster = addCluster(server, 'shop', ['web', 'api', 'worker'], 2);
        const tree = await openTree(server, { pace });
        try {
          tree.model.refresher.setActive(true);
          await tree.open('shop');
          for (const one of steps) {
            await take(server, cluster, one);
            await openAll(tree);
            assertNoDoubles(tree);
          }
          const settled = async (): Promise<boolean> => {
            await openAll(tree);
            return shows(tree, cluster);
          };
          await eventually('what the account has', settled);
          assertNoDoubles(tree);
        } finally {
          await tree.close();
          await server.close();
        }
      }),
      { numRuns: runs },
    );
  });
});

/** Opens every service that is shown by now. */
async function openAll(tree: OpenTree): Promise<void> {
  for (const service of tree.model.connections[0]?.clusters[0]?.services ?? []) {
    tree.model.setExpanded(service, true);
    await service.branch?.first();
  }
}

async function take(server: SimulatedAccount, cluster: ClusterState, one: Step): Promise<void> {
  const services = [...cluster.services.values()];
  const { ecs } = cluster;
  const call = async (operation: string, input: object): Promise<void> => {
    const { ecsService } = await import('../../simulator/ecs/ecsService.ts');
    const { region } = ecs;
    const request = { region, credential: region.account.credential, world: region.world, requestId: 'test' };
    await ecsService.operations[operation]?.run({ cluster: cluster.name, ...input }, request);
  };
  const service = 'service' in one ? services[one.service % services.length] : undefined;
  if (one.kind === 'pass') await server.clock.advance(one.seconds * 1000);
  if (one.kind === 'add') addService(cluster, `late-${services.length}`, 'web:1', 1);
  if (!service) return;
  if (one.kind === 'scale') await call('UpdateService', { service: service.name, desiredCount: one.count });
  if (one.kind === 'deploy')
    await call('UpdateService', { service: service.name, taskDefinition: addRevision(server, 'web') });
  const [task] = cluster.liveTasks();
  if (one.kind === 'die' && task) await call('StopTask', { task: task.data.taskArn });
}

function everyRow(tree: OpenTree): ExplorerNode[] {
  const all = (nodes: readonly ExplorerNode[]): ExplorerNode[] => nodes.flatMap((node) => [node, ...all(node.rows())]);
  return all(tree.model.connections);
}

function assertNoDoubles(tree: OpenTree): void {
  const rows = everyRow(tree);
  const ids = rows.map((row) => row.id);
  assert.equal(new Set(ids).size, ids.length, 'a row is shown twice');
  for (const row of rows) {
    if (!(row instanceof TaskNode)) continue;
    let above = row.parent;
    while (above && !(above instanceof ServiceNode)) above = above.parent;
    assert.equal(row.task.group, `service:${above?.name}`, 'a task stands below another service');
  }
}

function shows(tree: OpenTree, cluster: ClusterState): boolean {
  const shown = tree.model.connections[0]?.clusters[0]?.services ?? [];
  const names = [...cluster.services.keys()].sort().join();
  if (
    names !==
    shown
      .map((service) => service.name)
      .sort()
      .join()
  )
    return false;
  return shown.every((node) => {
    const service = cluster.services.get(node.name);
    const live = cluster.liveTasks().filter(({ data }) => data.group === `service:${node.name}`);
    const wanted = live.filter(({ data }) => data.desiredStatus === 'RUNNING');
    const rows = node.rows().filter((row) => row instanceof TaskNode);
    const state = (tasks: { taskArn?: string; lastStatus?: string }[]): string =>
      tasks
        .map((task) => `${task.taskArn} ${task.lastStatus}`)
        .sort()
        .join();
    return (
      node.service.desiredCount === service?.desiredCount &&
      state(wanted.map(({ data }) => data)) === state(rows.map((row) => row.task))
    );
  });
}
