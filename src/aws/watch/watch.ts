import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import type { Timer } from '../timer.ts';

export interface WatchOptions {
  signal?: AbortSignal;
  timer?: Timer;
  /** Milliseconds between looks. */
  interval?: number;
}

/** What one look saw, and whether there is nothing more to wait for. */
export interface Look<S> {
  sample: S;
  over: boolean;
}

/**
 * Looks again and again until a look says that it is over. One that fails is yielded as a problem beside the last that
 * was known, `first` before any, and tried again at growing distance: what is watched goes on without us.
 */
export async function* watch<S extends { problem?: AwsError }>(
  connection: Connection,
  first: S,
  look: () => Promise<Look<S>>,
  { signal, timer = connection.timer, interval = 5000 }: WatchOptions,
): AsyncGenerator<S> {
  let last: Look<S> = { sample: first, over: false };
  for (let failures = 0; ;) {
    try {
      last = await look();
      failures = 0;
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind === 'aborted') throw error;
      last = { sample: { ...last.sample, problem: error }, over: false };
      failures++;
    }
    yield last.sample;
    if (last.over) return;
    await timer.sleep(interval * Math.min(6, 1 + failures), signal);
  }
}
