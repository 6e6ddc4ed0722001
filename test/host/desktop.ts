import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cacheRoot } from './cacheFolder.ts';
import { hostEditions, type HostVersion } from './hostVersions.ts';

const downloadHost = 'https://update.code.visualstudio.com/api/releases/stable';
const answerLimitMs = 3_000;

/**
 * Returns the executable of a desktop VS Code, or `undefined` where there is none to be had: the one that
 * `ECS_WORKBENCH_VSCODE` names (for the newest edition), else a download, where there is a display and a network.
 * `ECS_WORKBENCH_VSCODE=none` declines a desktop altogether.
 */
export async function findDesktopVSCode(
  version: HostVersion,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const named = env.ECS_WORKBENCH_VSCODE;
  if (named === 'none') return undefined;
  if (named && version === 'newest') {
    if (!existsSync(named)) throw new Error(`ECS_WORKBENCH_VSCODE names ${named}, which does not exist.`);
    return named;
  }
  if (!hasDisplay(process.platform, env) || !(await answers(downloadHost))) return undefined;
  return download(version).catch(() => undefined);
}

/** Whether a desktop application can show a window here. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

async function download(version: HostVersion): Promise<string> {
  const cachePath = join(cacheRoot(), 'desktop');
  await mkdir(cachePath, { recursive: true });
  return downloadAndUnzipVSCode({ version: hostEditions[version].desktop, cachePath, reporter: new SilentReporter() });
}

let answered: Promise<boolean> | undefined;

function answers(url: string): Promise<boolean> {
  answered ??= fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerLimitMs) }).then(
    (response) => response.ok,
    () => false,
  );
  return answered;
}
