import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A program that cannot outlive the one that started it. */
export interface LeashedProcess {
  readonly pid: number;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when the program ended by itself or was ended; 128 + n stands for signal n. */
  readonly exited: Promise<number>;
  /** Ends the program and everything it started, forcefully after three seconds; settles when all is gone. */
  end(): Promise<void>;
}

export interface LeashOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** A scratch folder that is removed after the program, also when this process is killed. */
  readonly removeAfter?: string;
}

/**
 * Starts `command` in a process group of its own under a small warden, which ends the whole group when the program
 * exits and when the pipe to this process closes: on `end()`, and on any death of this process, SIGKILL included.
 */
export function startLeashed(command: string, args: readonly string[], options: LeashOptions = {}): LeashedProcess {
  endWithTestRunner();
  const warden = join(import.meta.dirname, 'leashWarden.ts');
  const child = spawn(process.execPath, [warden, options.removeAfter ?? '', command, ...args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A warden that is gone needs no word from us.
  child.stdin.on('error', () => undefined);
  const exited = whenExited(child);
  return {
    pid: child.pid ?? 0,
    stdout: child.stdout,
    stderr: child.stderr,
    exited,
    async end() {
      child.stdin.end();
      await exited;
    },
  };
}

let watchingTestRunner = false;

// Node's test runner does not always take its test processes with it when it is killed; this one then ends by itself.
function endWithTestRunner(): void {
  if (watchingTestRunner || process.env.NODE_TEST_CONTEXT === undefined) return;
  watchingTestRunner = true;
  const runner = process.ppid;
  setInterval(() => process.ppid !== runner && process.exit(1), 500).unref();
}

function whenExited(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 137));
    // A stranger that kept the pipe open must not keep us waiting.
    child.on('exit', (code) => setTimeout(resolve, 1_000, code ?? 137));
  });
}
