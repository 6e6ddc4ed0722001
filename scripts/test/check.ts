import { spawn } from 'node:child_process';

/** What is checked without running the product, each by one tool. */
const checks: readonly { name: string; command: readonly [string, ...string[]] }[] = [
  { name: 'types', command: ['tsc'] },
  { name: 'types of pages', command: ['tsc', '-p', 'tsconfig.webview.json'] },
  { name: 'types of tests of pages', command: ['tsc', '-p', 'test/unit/webview'] },
  { name: 'lint', command: ['oxlint', '--quiet'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
];

let failed = 0;
for (const { name, command } of checks) {
  const start = Date.now();
  const ok = await run(command);
  if (!ok) failed++;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${Date.now() - start} ms)`);
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a tool of node_modules/.bin, which npm has put on the PATH; its output is shown as it comes. */
function run([command, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
