import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hostEditions } from '../../host/hostVersions.ts';
import { createScratchProfile } from '../../host/scratchProfile.ts';
import { type Shop, startShop } from '../../host/startShop.ts';
import type { WindowOptions } from '../../host/window.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** A window with the built extension on the sample workspace, connected to the simulated shop. */
export interface ShopWindow {
  shop: Shop;
  workbench: Workbench;
  close(): Promise<void>;
}

export interface ShopWindowOptions extends Partial<Pick<WindowOptions, 'size' | 'scale' | 'settings'>> {
  colorTheme?: 'dark' | 'light';
  /** How many times faster than in AWS tasks and deployments live. */
  speed?: number;
  /** Further environment of the extension host. */
  env?: Readonly<Record<string, string | undefined>>;
}

const repository = resolve(import.meta.dirname, '../../..');

/** Opens the window; close it when the test is done. */
export async function openShopWindow(options: ShopWindowOptions = {}): Promise<ShopWindow> {
  const { speed = 20, env, ...window } = options;
  const theme = hostEditions.newest.themes[window.colorTheme === 'light' ? 'light' : 'dark'];
  const profile = await createScratchProfile({ 'workbench.colorTheme': theme, ...window.settings });
  const shop = await startShop(profile, speed);
  const folder = join(profile.root, 'shop');
  await cp(join(repository, 'test/workspace'), folder, { recursive: true });
  try {
    const workbench = await openWorkbench({
      ...window,
      profile,
      folder,
      extension: { developmentPath: repository },
      env: { ...shop.env, ...env },
    });
    const close = async (): Promise<void> => {
      await workbench.window.close();
      await shop.close();
    };
    return { shop, workbench, close };
  } catch (error) {
    await shop.close();
    throw error;
  }
}
