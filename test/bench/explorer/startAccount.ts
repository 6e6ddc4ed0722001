import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Credential } from '../../simulator/credentials.ts';
import type { ReachableAccount } from '../../support/openTree.ts';
import type { AccountWish } from './accountProcess.ts';

/** A simulated account in a process of its own. */
export interface DistantAccount extends ReachableAccount {
  /** ECS requests so far, and how many of them were throttled. */
  asked(): Promise<{ ecs: number; throttled: number }>;
  close(): Promise<void>;
}

export async function startAccount(wish: AccountWish): Promise<DistantAccount> {
  const file = join(import.meta.dirname, 'accountProcess.ts');
  const child = fork(file, [JSON.stringify(wish)]);
  const { url, credential } = await answer<{ url: string; credential: Credential }>(child);
  return {
    url,
    account: { credential },
    asked: async () => {
      child.send('counts');
      const { counts, throttled } = await answer<{ counts: Record<string, number>; throttled: number }>(child);
      const ofEcs = Object.entries(counts).filter(([name]) => name.startsWith('ecs:'));
      return { ecs: ofEcs.reduce((sum, [, count]) => sum + count, 0), throttled };
    },
    close: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

async function answer<T>(child: ChildProcess): Promise<T> {
  const [message] = (await once(child, 'message')) as [T];
  return message;
}
