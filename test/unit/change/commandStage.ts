import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { systemTimer, type Timer } from '../../../src/aws/timer.ts';
import { SentChanges } from '../../../src/ui/common/change/sentChanges.ts';
import type { Workbench } from '../../../src/ui/common/workbench.ts';
import { SHOP_REGION, seedShop } from '../../simulator/seed/shop.ts';
import {
  type SimulatedAccount,
  type SimulatedAccountOptions,
  startSimulatedAccount,
} from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { type Rewrite, startOtherServer } from '../../support/otherServer.ts';
import { type Asked, stage, Uri } from '../../support/vscodeStandIn.ts';

/** How a person answers: each entry is a part of the question and the answer to it, in the order of the questions. */
export type Script = readonly (readonly [question: string | RegExp, answer: string])[];

/** A simulated shop, a connection to it, and commands that run against both with a scripted person. */
export interface CommandStage {
  server: SimulatedAccount;
  connection: Connection;
  workbench: Workbench;
  memory: Map<string, unknown>;
  /** Ends everything as a reload of the window does, in the middle of whatever is going on. */
  reload(): void;
  /** What the next window finds of changes that were sent and whose end nobody was told. */
  sentBefore(): SentChanges;
  /** Target of a service in the development cluster. */
  service(name: string): {
    resource: { kind: 'service'; connection: Connection; clusterArn: string; serviceArn: string };
  };
  /** Runs a command with the script's answers and returns the operations that changed the account, in order. */
  act(
    run: (workbench: Workbench) => Promise<void>,
    script: Script,
  ): Promise<{ operation: string; input: Record<string, unknown> }[]>;
  close(): Promise<void>;
}

export const cluster = 'shop-dev-cluster';

/** The account lives much faster than AWS; so does what waits for it. */
const haste = 20;
const hastyTimer: Timer = {
  now: () => Date.now() * haste,
  sleep: (ms, signal) => systemTimer.sleep(ms / haste, signal),
};

/** `rewrite` puts a server between that answers otherwise than the simulated account does. */
export async function openStage(
  options: SimulatedAccountOptions = { speed: 200 },
  rewrite?: Rewrite,
): Promise<CommandStage> {
  const server = await startSimulatedAccount(options);
  seedShop(server);
  const other = rewrite && (await startOtherServer(server.url, { rewrite }));
  const settings = { region: SHOP_REGION, endpoint_url: other?.url ?? server.url };
  const files = await useAwsFiles({ shop: { credential: server.account.credential, settings } });
  const memory = new Map<string, unknown>();
  const sent = new SentChanges(mementoOf(memory));
  const connection = await connectTo({ profile: 'shop' }, { timer: hastyTimer, journal: sent });
  const workbench = await makeWorkbench(connection, memory);
  const { account } = await connection.identity();
  const arn = (rest: string): string => `arn:aws:ecs:${SHOP_REGION}:${account}:${rest}`;
  const clusterArn = arn(`cluster/${cluster}`);
  return {
    server,
    connection,
    workbench,
    memory,
    reload() {
      sent.dispose();
      workbench.dispose();
      connection.dispose();
    },
    sentBefore: () => new SentChanges(mementoOf(memory)),
    service: (name) => ({
      resource: { kind: 'service', connection, clusterArn, serviceArn: arn(`service/${cluster}/${name}`) },
    }),
    async act(run, script) {
      const mark = server.ledger.mark();
      const rest = [...script];
      stage.answer = (asked) => answer(asked, rest.shift());
      await run(workbench);
      assert.deepEqual(rest, [], 'every answer was asked for');
      return server.ledger.changes(mark).map(({ operation, input }) => ({ operation, input }));
    },
    async close() {
      workbench.dispose();
      connection.dispose();
      await files.remove();
      await other?.close();
      await server.close();
    },
  };
}

function answer(asked: Asked, expected: Script[number] | undefined): string | undefined {
  if (!expected) return undefined;
  const [question, given] = expected;
  const fits = typeof question === 'string' ? asked.text.includes(question) : question.test(asked.text);
  assert.ok(fits, `${JSON.stringify(asked.text)} was asked where ${String(question)} was expected`);
  if (asked.kind !== 'input')
    assert.ok(asked.choices.includes(given), `${given} is not among ${asked.choices.join(' | ')}`);
  return given;
}

/** Runs a command once for each of its questions, leaving that one: nothing may have changed. */
export async function assertCancellable(
  { server, workbench }: CommandStage,
  run: (workbench: Workbench) => Promise<void>,
  script: Script,
): Promise<void> {
  for (let left = 0; left < script.length; left++) {
    const mark = server.ledger.mark();
    const rest = script.slice(0, left);
    stage.answer = (asked) => answer(asked, rest.shift());
    await assert.rejects(
      run(workbench),
      (error: Error) => error.constructor.name === 'CancellationError',
      `step ${left}`,
    );
    assert.deepEqual(server.ledger.changes(mark), [], `left at step ${left}`);
  }
}

function mementoOf(memory: Map<string, unknown>) {
  return {
    get: (key: string, fallback?: unknown) => (memory.get(key) ?? fallback) as never,
    update: async (key: string, value: unknown) => void memory.set(key, structuredClone(value)),
    keys: () => [...memory.keys()],
  };
}

async function makeWorkbench(connection: Connection, memory: Map<string, unknown>): Promise<Workbench> {
  const { Workbench } = await import('../../../src/ui/common/workbench.ts');
  const workspaceState = mementoOf(memory);
  const log = (level: string) => (text: unknown) => void stage.output.push(`${level} ${String(text)}`);
  const root = { key: 'shop', profile: 'shop', region: connection.region, active: true, pinned: false };
  const extension = { subscriptions: [], workspaceState, extensionUri: Uri.file('/extension') };
  const { FileOrigins } = await import('../../../src/ui/common/connections/fileOrigins.ts');
  const connections = {
    origins: new FileOrigins(),
    active: async () => connection,
    forUri: async () => connection,
    all: async () => [{ ...root, open: async () => connection }],
    wanted: { profile: 'shop', region: connection.region },
  };
  const channel = { info: log('info'), warn: log('warn'), error: log('error'), debug: log('debug') };
  return new Workbench(extension as never, channel as never, connections as never);
}
