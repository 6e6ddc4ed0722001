import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { NodeKind } from '../../../src/manifest.ts';
import type { ExplorerNode } from '../../../src/ui/explorer/nodes/node.ts';
import { TaskNode } from '../../../src/ui/explorer/nodes/taskNode.ts';
import type { TreeChoices } from '../../../src/ui/explorer/nodes/treeOptions.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { heldState } from './heldState.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addCluster, addRevision, region } from '../../support/shop.ts';
import { stockedShop } from '../../support/stockedShop.ts';
import { changing } from '../../support/changing.ts';

type Question = 'rows' | 'item' | 'tooltip';

/** Each about a row, by its number among those that are known by then. */
const questions = fc.array(
  fc.record({ row: fc.nat(), question: fc.constantFrom<Question>('rows', 'item', 'tooltip') }),
  { maxLength: 100 },
);

const everyKind = Object.keys({
  connection: true,
  cluster: true,
  service: true,
  task: true,
  container: true,
  deployment: true,
  event: true,
  stoppedTasks: true,
  containerInstance: true,
  capacityProvider: true,
  family: true,
  revision: true,
  group: true,
  message: true,
} satisfies Record<Exclude<NodeKind, 'error'>, true>) as NodeKind[];

const choices: readonly Partial<TreeChoices>[] = [
  {},
  { grouping: 'on' },
  { grouping: 'off', sort: 'status' },
  { filter: 'w*' },
  { filter: '', troubledOnly: true },
];

/** The first of the lines that differ, for the others may only be counted otherwise. */
function differing(before: readonly string[], after: readonly string[]): string[] {
  const index = after.findIndex((line, at) => line !== before[at]);
  if (index < 0 && before.length === after.length) return [];
  return [`${before[index]} → ${after[index]}`, `${before.length} → ${after.length} lines`];
}

describe('reading rows', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;
  /** Every row, whether it is shown by now or only in memory. */
  let known: ExplorerNode[];

  before(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    stockedShop(server);
    addCluster(server, 'bulk', ['shop-dev-web', 'shop-dev-api', 'shop-prod-web', 'shop-prod-api', 'single'], 1);
    tree = await openTree(server);
    known = await openAll(await tree.model.roots());
    await moveOn();
    for (const { branch } of known) await branch?.reload();
    known = [...known, ...known.flatMap((row) => row.branch?.children ?? [])];
  });

  after(async () => {
    await tree.close();
    await server.close();
  });

  /** Opens rows and all below them. */
  const openAll = async (rows: readonly ExplorerNode[]): Promise<ExplorerNode[]> => {
    const found: ExplorerNode[] = [];
    for (const row of rows) {
      await row.branch?.load();
      found.push(row, ...(await openAll(await tree.model.children(row))));
    }
    return found;
  };

  /** What makes rows say other things than before: a deployment, a task that stops, one that no service has started. */
  const moveOn = async (): Promise<void> => {
    const { account } = await tree.connection.identity();
    const change = async (operation: 'UpdateService' | 'StopTask' | 'RunTask', input: object): Promise<void> => {
      const consent = { account, region, resource: 'web', operation };
      await (await changing(tree.connection)).change('ecs', operation, { cluster: 'shop', ...input } as never, consent);
    };
    const task = known.find((row) => row instanceof TaskNode && row.parent?.item().label === 'web');
    await change('StopTask', { task: task?.id });
    await change('UpdateService', { service: 'web', taskDefinition: addRevision(server, 'web') });
    await change('RunTask', { taskDefinition: 'web:1', launchType: 'FARGATE', networkConfiguration });
  };

  it('would not go unnoticed if it wrote, wherever that is', () => {
    class Keeper {
      readonly #kept = new Map([['web', { count: 1 }]]);
      count(): void {
        for (const one of this.#kept.values()) one.count++;
      }
    }
    const keeper = new Keeper();
    const before = heldState([keeper]);
    assert.deepEqual(differing(before, heldState([keeper])), []);
    keeper.count();
    assert.match(differing(before, heldState([keeper]))[0] ?? '', /count: number 1 → .* count: number 2$/);
  });

  const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } };

  it('gives what has arrived, whatever was asked before', () => {
    const web = known.find((row) => row.kind === 'service' && row.item().label === 'web') ?? assert.fail();
    const tasks = (web.branch?.children ?? []).filter((row) => row instanceof TaskNode);
    assert.ok(tasks.length > 0);
    for (const task of tasks) assert.match(task.item().description ?? '', /outdated/);
    assert.match(web.item().description ?? '', new RegExp(`${tasks.length} outdated`));
  });

  it('is tried on every kind of row but errors', () => {
    const all = (rows: readonly ExplorerNode[]): ExplorerNode[] => rows.flatMap((row) => [row, ...all(row.rows())]);
    const kinds = new Set([...known, ...all(tree.model.connections)].map(({ kind }) => kind));
    const missing = everyKind.filter((kind) => !kinds.has(kind));
    assert.deepEqual(missing, []);
  });

  it('says to who listens what it says to who looks, in whole words', () => {
    // Events are in the words of ECS.
    for (const row of known.filter(({ kind }) => kind !== 'event')) {
      const { spoken, label } = row.item();
      assert.doesNotMatch(spoken, /,\s*(?:,|$)|\s$|\b(\w+) \1\b|\b1 \w+s\b|undefined/i, `${row.kind} ${label}`);
    }
    const stopped = known.filter(({ kind }) => kind === 'stoppedTasks').map((row) => row.item().spoken);
    assert.deepEqual([...new Set(stopped)].sort(), ['1 stopped task', 'Stopped tasks: None in the last hour']);
  });

  it('says nothing of how many there are before it knows', async () => {
    const fresh = await openTree(server);
    const [root] = await fresh.model.roots();
    assert.equal(root?.item().spoken, `profile dev, Region ${region}, account unknown`);
    assert.deepEqual(root?.tooltip().slice(0, 2), ['account unknown', `Region ${region}`]);
    const [web] = (await fresh.open('shop')).filter((row) => row.item().label === 'web');
    const rows = await fresh.open('shop', 'web');
    const stopped = rows.find((row) => row.kind === 'stoppedTasks') ?? assert.fail();
    assert.equal(web?.kind, 'service');
    assert.equal(stopped.item().spoken, 'Stopped tasks');
    await stopped.branch?.load();
    assert.equal(stopped.item().spoken, '1 stopped task');
    await fresh.close();
  });

  for (const chosen of choices) {
    it(`writes nothing, with ${JSON.stringify(chosen)}`, () => {
      tree.model.choose(chosen);
      const before = heldState(tree.model);
      fc.assert(
        fc.property(questions, (asked) => {
          const rows = [...known];
          for (const { row, question } of asked) {
            const answer = rows[row % rows.length]?.[question]();
            if (question === 'rows') rows.push(...((answer as ExplorerNode[]) ?? []));
          }
        }),
        { numRuns: 30 },
      );
      assert.deepEqual(differing(before, heldState(tree.model)), []);
    });
  }
});
