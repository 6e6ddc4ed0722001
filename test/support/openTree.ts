import type { Connection } from '../../src/aws/connection/connection.ts';
import { AwsError } from '../../src/aws/errors.ts';
import { systemTimer, type Timer } from '../../src/aws/timer.ts';
import { ExplorerModel, type ExplorerModelOptions } from '../../src/ui/explorer/explorerModel.ts';
import type { ExplorerNode } from '../../src/ui/explorer/nodes/node.ts';
import { StoppedTasks } from '../../src/ui/explorer/nodes/stoppedTasks.ts';
import type { SimulatedAccount } from '../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from './awsFiles.ts';
import { watchConnection } from './watchedConnection.ts';
import { region } from './shop.ts';

/** The explorer as VS Code would show it: every row that is open is read again when it changes. */
export interface OpenTree {
  model: ExplorerModel;
  connection: Connection;
  /** Waits until nothing is being read of the account any more. */
  settled: () => Promise<void>;
  /** The rows of a path of labels; opens them on the way. */
  open(...path: string[]): Promise<ExplorerNode[]>;
  /** A row by its path of labels. */
  find(...path: string[]): Promise<ExplorerNode>;
  /** What changed, in order. */
  changes: (ExplorerNode | undefined)[];
  close(): Promise<void>;
}

/** What a connection needs of a simulated account, which may live in another process. */
export type ReachableAccount = Pick<SimulatedAccount, 'url'> & {
  account: Pick<SimulatedAccount['account'], 'credential'>;
};

export type TreeOptionsForTest = Partial<ExplorerModelOptions> & { paced?: boolean };

/** Opens a tree over one connection to the simulated account. */
export async function openTree(server: ReachableAccount, options: TreeOptionsForTest = {}): Promise<OpenTree> {
  const files = await useAwsFiles({
    dev: { credential: server.account.credential, settings: { region, endpoint_url: server.url } },
  });
  const timer = options.timer ?? systemTimer;
  // What is counted here is requests, not their pace: nobody waits for a bucket.
  const hasty: Timer = { now: () => Date.now(), sleep: () => Promise.resolve() };
  const own = await connectTo({ profile: 'dev' }, { timer: options.paced ? systemTimer : hasty });
  const { connection, settled } = watchConnection(own);
  const changes: (ExplorerNode | undefined)[] = [];
  const root = { key: 'dev', profile: 'dev', region, active: true, pinned: false, open: async () => connection };
  const model = new ExplorerModel({
    roots: async () => [root],
    timer,
    stopped: new StoppedTasks(memory()),
    errorText: (error) => ({ message: error instanceof AwsError ? `${error.kind}: ${error.message}` : String(error) }),
    changed: (node) => changes.push(node),
    ...options,
  });
  const open = async (...path: string[]): Promise<ExplorerNode[]> => {
    const [first] = await model.roots();
    if (!first) return [];
    let node: ExplorerNode = first;
    for (const label of path) {
      model.noteExpanded(node);
      node = pick(await model.children(node), label);
    }
    model.setExpanded(node, true);
    await model.children(node);
    // The first rows come before the last: what a test counts is the whole.
    if (node.branch?.isLoading) await node.branch.load();
    return model.children(node);
  };
  return {
    model,
    connection,
    settled,
    changes,
    open,
    find: async (...path) => {
      const [root] = await model.roots();
      if (!root) throw new Error('There is no root.');
      let node: ExplorerNode = root;
      for (const label of path) node = pick(await model.children(node), label);
      return node;
    },
    close: async () => {
      model.dispose();
      connection.dispose();
      await files.remove();
    },
  };
}

function pick(rows: readonly ExplorerNode[], label: string): ExplorerNode {
  const found = rows.find((row) => row.item().label === label);
  if (!found) throw new Error(`There is no row ${label} among ${rows.map((row) => row.item().label).join(', ')}.`);
  return found;
}

/** Storage that lasts as long as the test. */
export function memory(): { get(key: string): unknown; update(key: string, value: unknown): Promise<void> } {
  const kept = new Map<string, unknown>();
  return { get: (key) => kept.get(key), update: async (key, value) => void kept.set(key, value) };
}
