import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ExplorerNode } from '../../src/ui/explorer/nodes/node.ts';
import { HeldTimer } from '../support/heldTimer.ts';
import { openTree, type OpenTree } from '../support/openTree.ts';
import { region } from '../support/shop.ts';
import { type DistantAccount, startAccount } from './explorer/startAccount.ts';

export const prefixes = ['explorer.'];

/** Milliseconds of each request. */
const latency = 50;

const cluster = 'bulk-00001';

/** Opening clusters and services, against the simulated account with AWS's request buckets. */
export async function measure(): Promise<Record<string, number>> {
  const hundred = await opened(100);
  const thousand = await opened(1000);
  return {
    'explorer.100.calls': hundred.calls,
    'explorer.100.ms': hundred.ms,
    'explorer.1000.calls': thousand.calls,
    'explorer.1000.ms': thousand.ms,
    'explorer.1000.floor.ms': floor(1000),
    'explorer.1000.firstRow.ms': thousand.firstRow,
    'explorer.1000.blocked.ms': thousand.blocked,
    'explorer.1000.throttled': thousand.throttled,
    'explorer.200tasks.calls': await callsOfTasks(),
    'explorer.5000tasks.mb': await memoryOfTasks(),
    'explorer.hidden.calls': await callsWhileHidden(),
    'explorer.20clusters.rest.calls': await callsAtRest({ services: 100, clusters: 20 }, 1),
    'explorer.30roots.rest.calls': await callsAtRest({ services: 1, clusters: 1 }, 30),
  };
}

interface Opening {
  calls: number;
  ms: number;
  firstRow: number;
  blocked: number;
  throttled: number;
}

/** Opens a cluster as VS Code would: all rows are drawn anew whenever they change. */
async function opened(services: number): Promise<Opening> {
  return withTree({ services, tasks: 0 }, async (tree, account) => {
    const node = await tree.find(cluster);
    const before = await account.asked();
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    const start = performance.now();
    tree.model.noteExpanded(node);
    draw(await tree.model.children(node));
    const firstRow = performance.now() - start;
    let drawn = tree.changes.length;
    while (!node.branch?.isComplete) {
      if (node.branch?.error !== undefined) throw node.branch.error;
      await wait(5);
      if (tree.changes.length === drawn) continue;
      drawn = tree.changes.length;
      draw(node.rows());
    }
    const ms = performance.now() - start;
    delays.disable();
    const after = await account.asked();
    const blocked = delays.max / 1e6;
    return { calls: after.ecs - before.ecs, ms, firstRow, blocked, throttled: after.throttled - before.throttled };
  });
}

/** What VS Code asks for of each row. */
function draw(rows: readonly ExplorerNode[]): void {
  for (const row of rows) {
    row.item();
    // A prefix that is open shows its services.
    if (row.kind === 'group' && !row.branch) draw(row.rows());
  }
}

/** The longer of what the buckets allow and of the chain of list pages, plus 300 ms. */
function floor(services: number): number {
  const pages = Math.ceil(services / 100);
  const requests = pages + Math.ceil(services / 10);
  // Half of AWS's refill of 20 a second, and all of its burst of 100 but the last 30.
  const byBucket = (Math.max(0, requests - 70) / 10) * 1000;
  return Math.max(byBucket, pages * latency) + 300;
}

async function callsOfTasks(): Promise<number> {
  return withTree({ services: 1, tasks: 200 }, async (tree, account) => {
    await tree.open(cluster);
    const before = await account.asked();
    await tree.open(cluster, 'bulk-service-00001');
    return (await account.asked()).ecs - before.ecs;
  });
}

/** Megabytes of heap above the idle tree, with 50 services of 100 tasks open. */
async function memoryOfTasks(): Promise<number> {
  return withTree({ services: 50, tasks: 100 }, async (tree) => {
    await tree.find(cluster);
    const before = usedHeap();
    const services = await tree.open(cluster);
    for (const service of services.filter((row) => row.kind === 'service')) {
      await tree.open(cluster, service.item().label);
    }
    const tasks = services.reduce((sum, service) => sum + (service.branch?.children.length ?? 0), 0);
    if (tasks !== 5000) throw new Error(`${tasks} tasks were read.`);
    return (usedHeap() - before) / 2 ** 20;
  });
}

async function callsWhileHidden(): Promise<number> {
  const timer = new HeldTimer(Date.now());
  return withTree(
    { services: 10, tasks: 2 },
    async (tree, account) => {
      await tree.open(cluster, 'bulk-service-00001');
      tree.model.refresher.setActive(true);
      tree.model.refresher.setActive(false);
      const before = await account.asked();
      await timer.advance(300_000, tree.settled);
      return (await account.asked()).ecs - before.ecs;
    },
    { timer },
  );
}

/** Calls a minute over half an hour in which nothing happens, with everything open and the first screenful in sight. */
async function callsAtRest(wish: { services: number; clusters: number }, connections: number): Promise<number> {
  const minutes = 30;
  const timer = new HeldTimer(Date.now());
  const account = await startAccount({ ...wish, tasks: 1, latency: 0, limits: false });
  const roots = Array.from({ length: connections }, (_, index) => {
    const key = `root-${index}`;
    return { key, profile: key, region, active: index === 0, pinned: true, open: async () => tree.connection };
  });
  const tree = await openTree(account, { timer, roots: async () => roots });
  try {
    const shown = await tree.model.roots();
    for (const root of shown) {
      await root.branch.load();
      // Where there are many connections their clusters stay closed.
      for (const one of connections === 1 ? root.clusters : []) {
        tree.model.noteExpanded(one);
        await one.branch.load();
      }
    }
    tree.model.refresher.setActive(true);
    const before = await account.asked();
    await timer.advance(minutes * 60_000, tree.settled);
    return ((await account.asked()).ecs - before.ecs) / minutes;
  } finally {
    await tree.close();
    await account.close();
  }
}

async function withTree<T>(
  wish: { services: number; tasks: number },
  run: (tree: OpenTree, account: DistantAccount) => Promise<T>,
  options: Parameters<typeof openTree>[1] = {},
): Promise<T> {
  const account = await startAccount({ ...wish, latency });
  const tree = await openTree(account, { paced: true, ...options });
  try {
    await tree.open();
    return await run(tree, account);
  } finally {
    await tree.close();
    await account.close();
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function usedHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
