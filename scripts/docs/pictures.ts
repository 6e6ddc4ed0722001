import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openShopWindow } from '../../test/ui/support/shopWindow.ts';
import type { Workbench } from '../../test/ui/support/workbench.ts';
import { buildExtension } from '../build/build.ts';

const images = resolve(import.meta.dirname, '../../docs/images');

/** Takes the pictures of the README from the product as it is: `node scripts/docs/pictures.ts`. */
await mkdir(images, { recursive: true });
await buildExtension();
await dev();
await staging();

/** The main loop on the development cluster. */
async function dev(): Promise<void> {
  const window = await openShopWindow({ speed: 20, size: { width: 1360, height: 800 } });
  const { workbench } = window;
  const tree = workbench.view('Explorer');
  await workbench.openContainer('ECS');
  await tree.expand('default', 'shop-dev-cluster', 'checkout');
  await workbench.openFile('checkout/task-definition.json');
  await workbench.panel.openProblem('16384 needs at least');
  await workbench.editor.quickFixes();
  await keep(workbench, 'problems');
  await workbench.page.keyboard.press('Escape');
  await workbench.openFile('storefront/task-definition.json');
  await workbench.panel.hide();
  await workbench.runCommand('ECS: Register Revision…');
  await workbench.notifications.question('Register storefront-dev:4?');
  await keep(workbench, 'register');
  await workbench.notifications.answerQuestion('Register storefront-dev:4?', 'Register');
  await workbench.notifications.waitFor('Registered storefront-dev:4');
  await workbench.notifications.clear();
  await tree.contextMenu(['default', 'shop-dev-cluster', 'storefront'], 'Stream Logs');
  await workbench.panel.waitForOutput('GET /');
  await keep(workbench, 'overview');
  await workbench.page.keyboard.press('Escape');
  await workbench.runCommand('View: Toggle Maximized Panel');
  await keep(workbench, 'logs');
  await window.close();
}

/** The deployment that fails. */
async function staging(): Promise<void> {
  const window = await openShopWindow({ speed: 4, size: { width: 1360, height: 800 } });
  const { workbench } = window;
  const tree = workbench.view('Explorer');
  await workbench.openContainer('ECS');
  await tree.expand('default', 'shop-staging-cluster', 'checkout');
  await keep(workbench, 'explorer');
  await tree.contextMenu(['default', 'shop-staging-cluster', 'checkout'], 'Show Deployment');
  await workbench.page.locator('iframe.webview').first().waitFor();
  await workbench.page.waitForTimeout(3000);
  await keep(workbench, 'deployment');
  await workbench.runCommand('View: Close All Editors');
  await tree.inlineAction(['default', 'shop-staging-cluster', 'checkout'], 'Why?');
  await workbench.page.locator('iframe.webview').first().waitFor();
  await workbench.page.waitForTimeout(5000);
  await keep(workbench, 'why');
  await window.close();
}

async function keep(workbench: Workbench, name: string): Promise<void> {
  await copyFile(await workbench.screenshot(`readme-${name}`), join(images, `${name}.png`));
}
