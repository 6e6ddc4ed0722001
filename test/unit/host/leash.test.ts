import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { startLeashed } from '../../host/leash.ts';
import { eventually } from '../../support/eventually.ts';

const leash = resolve(import.meta.dirname, '../../host/leash.ts');
/** A program that starts another, prints the pids of both and ignores requests to end. */
const stubborn = `
  process.on('SIGTERM', () => {});
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
  console.log(JSON.stringify([process.pid, child.pid]));
  setInterval(() => {}, 1000);
`;

describe('a leashed program', () => {
  it('gives its exit code and what it printed', async () => {
    const run = startLeashed(process.execPath, ['-e', 'console.log("said"); process.exitCode = 3']);
    assert.equal(await firstLine(run.stdout), 'said');
    assert.equal(await run.exited, 3);
  });

  it('that does not exist ends with 127', async () => {
    assert.equal(await startLeashed('/no/such/program', []).exited, 127);
  });

  it('ends with everything it started, also what ignores the request, and with its scratch folder', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'ecs-leash-'));
    const run = startLeashed(process.execPath, ['-e', stubborn], { removeAfter: scratch });
    const pids = JSON.parse(await firstLine(run.stdout)) as number[];
    assert.deepEqual(pids.map(isAlive), [true, true]);
    await run.end();
    assert.deepEqual(pids.map(isAlive), [false, false]);
    assert.equal(existsSync(scratch), false);
  });

  it('ends when the one who started it is killed', async () => {
    const script = `
      const { startLeashed } = await import(${JSON.stringify(leash)});
      startLeashed(process.execPath, ['-e', ${JSON.stringify(stubborn)}]).stdout.pipe(process.stdout);
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pids = JSON.parse(await firstLine(parent.stdout)) as number[];
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await eventually('the end of both', () => !pids.some(isAlive));
  });
});

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream.setEncoding('utf8')) {
    text += String(part);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0] ?? '';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended is there until its parent, which may be a slow one, has taken note of it.
    const stat = `/proc/${pid}/stat`;
    return !existsSync('/proc/self/stat') || !/\) Z /.test(readFileSync(stat, 'utf8'));
  } catch {
    return false;
  }
}
