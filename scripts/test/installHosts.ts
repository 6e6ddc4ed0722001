import { prepareChromium } from '../../test/host/chromium.ts';
import { findDesktopVSCode } from '../../test/host/desktop.ts';
import { hostVersions, type HostVersion } from '../../test/host/hostVersions.ts';
import { installCodeServer, isSupportedSystem } from '../../test/host/installCodeServer.ts';

/** Fetches, once, what the tests run in: VS Code in both editions and a Chromium to show it. */
export async function installHosts(): Promise<void> {
  await Promise.all([...hostVersions.map(installHost), isSupportedSystem() ? prepareChromium() : undefined]);
}

async function installHost(version: HostVersion): Promise<void> {
  // The windows of the UI tests are always the npm-only VS Code's.
  if (isSupportedSystem() || (await findDesktopVSCode(version)) === undefined)
    await installCodeServer(version, console.log);
}
