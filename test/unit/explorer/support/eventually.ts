import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something is so; fails with its name when it does not become so. */
export async function eventually(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  limitMs = 10_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what} did not come.`);
    await wait(5);
  }
}
