import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const heartbeatMs = 1_000;
const staleAfterMs = 15_000;
const marker = '.complete';

/** Where fetched editors and browsers are kept between runs: `$ECS_WORKBENCH_CACHE`, else the user's cache folder. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env.ECS_WORKBENCH_CACHE || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ecs-workbench');
}

/**
 * Returns the folder `name` of the cache, building it first when it is not there.
 * A folder counts only when its build ended: it is built beside its place and renamed into it. Two builds of the same
 * folder wait for each other, also across processes; what a killed build left behind is removed by the next one.
 */
export async function cachedFolder(
  name: string,
  build: (folder: string) => Promise<void>,
  root: string = cacheRoot(),
): Promise<string> {
  const target = join(root, name);
  if (await isComplete(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const release = await takeLock(`${target}.lock`);
  try {
    if (!(await isComplete(target))) await buildInto(target, build);
    return target;
  } finally {
    await release();
  }
}

async function isComplete(folder: string): Promise<boolean> {
  return stat(join(folder, marker)).then(
    () => true,
    () => false,
  );
}

async function buildInto(target: string, build: (folder: string) => Promise<void>): Promise<void> {
  await removeLeftovers(target);
  const partial = `${target}.partial-${process.pid}-${randomUUID().slice(0, 8)}`;
  await mkdir(partial, { recursive: true });
  try {
    await build(partial);
    await writeFile(join(partial, marker), '');
    await rename(partial, target);
  } catch (error) {
    await removeFolder(partial);
    throw error;
  }
}

async function removeLeftovers(target: string): Promise<void> {
  await removeFolder(target);
  const prefix = `${basename(target)}.partial-`;
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await removeFolder(join(dirname(target), name));
  }
}

// With patience: what wrote into it may be ending only now.
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Takes a lock folder whose holder keeps it young; one that has not been touched for a while belongs to a dead holder. */
async function takeLock(lock: string): Promise<() => Promise<void>> {
  while (!(await createLock(lock))) {
    if (await isStale(lock)) await rm(lock, { recursive: true, force: true });
    else await delay(200);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => undefined);
  }, heartbeatMs);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    await rm(lock, { recursive: true, force: true });
  };
}

async function createLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(join(lock, 'pid'), String(process.pid)).catch(() => undefined);
  return true;
}

async function isStale(lock: string): Promise<boolean> {
  const age = await stat(lock).then(
    (info) => Date.now() - info.mtimeMs,
    () => 0,
  );
  if (age > staleAfterMs) return true;
  const pid = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => '0'));
  return pid > 0 && !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
