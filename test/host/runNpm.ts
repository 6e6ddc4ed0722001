import { startLeashed } from './leash.ts';

// A registry that does not answer is given up within minutes, one that refuses within seconds.
const patience = [
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
  '--fetch-timeout=60000',
];
const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** Runs npm in `folder`. Throws with one plain sentence about `what` was to be had and npm's own last words. */
export async function runNpm(folder: string, args: readonly string[], what: string): Promise<void> {
  const [command, ...first] = npmCommand();
  const npm = startLeashed(command, [...first, ...args, ...quiet, ...patience], { cwd: folder, env: npmEnvironment() });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  if ((await npm.exited) !== 0) throw new Error(explainNpmFailure(what, output));
}

/** Says what could not be fetched, why, and what to do about it. */
export function explainNpmFailure(what: string, output: string): string {
  const words = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/complete log of this run|^npm error\s+at |^npm warn/.test(line))
    .slice(0, 8)
    .join('\n');
  const unreachable = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ERR_SOCKET|network|CERT/i.test(output);
  const noSpace = /ENOSPC/.test(output);
  if (noSpace) return `${what} could not be installed: the disk is full (it needs about 1 GB).\n${words}`;
  if (!unreachable) return `${what} could not be installed with npm.\n${words}`;
  return (
    `${what} could not be fetched: npm does not reach its registry. Check the network, a proxy ` +
    `(npm config get proxy) and the registry (npm config get registry), then start again; what was ` +
    `already fetched is kept.\n${words}`
  );
}

function npmCommand(): [string, ...string[]] {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
}

// Inside `npm test` the environment describes this repository; npm would take it for the folder to install into.
function npmEnvironment(): NodeJS.ProcessEnv {
  const own = /^npm_(package|lifecycle|config_(local_prefix|prefix|dry_run|omit|include|global|workspace))/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
