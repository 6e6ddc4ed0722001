// Started by leash.ts: `leashWarden.ts <folder to remove or ''> <command> <args…>`, leader of its process group.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const [removeAfter = '', command = '', ...args] = process.argv.slice(2);
const graceMs = 3_000;
/** A process that was killed is gone as soon as it gets its turn, which takes time on a busy machine. */
const lastMs = 30_000;

// The group is told to end with the signals that would end the warden too; it stays to see the rest out.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const exited = new Promise<number>((resolve) => {
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    resolve(127);
  });
  child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]));
});
const letGo = new Promise<void>((resolve) =>
  process.stdin
    .on('end', resolve)
    .on('error', () => resolve())
    .resume(),
);

await Promise.race([exited, letGo]);
await endGroup();
const code = await exited;
if (removeAfter !== '') rmSync(removeAfter, { recursive: true, force: true, maxRetries: 3 });
process.exit(code);

async function endGroup(): Promise<void> {
  process.kill(-process.pid, 'SIGTERM');
  if (await isEmptyWithin(graceMs)) return;
  for (const pid of othersInGroup()) killQuietly(pid);
  await isEmptyWithin(lastMs);
}

async function isEmptyWithin(ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await delay(20)) {
    if (othersInGroup().length === 0) return true;
  }
  return false;
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in between.
  }
}

/** The living members of this process group, from /proc; elsewhere the child alone. */
function othersInGroup(): number[] {
  if (!existsSync('/proc/self/stat')) return child.exitCode === null && child.pid !== undefined ? [child.pid] : [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => pid !== process.pid && isLivingMember(pid));
}

function isLivingMember(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(group) === process.pid && state !== 'Z';
  } catch {
    return false;
  }
}
