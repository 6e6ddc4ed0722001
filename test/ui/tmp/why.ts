import { openShopWindow } from '../support/shopWindow.ts';
import { setTimeout as wait } from 'node:timers/promises';
const colorTheme = (process.argv[2] ?? 'dark') as 'dark' | 'light';
const window = await openShopWindow({ speed: 1, colorTheme, size: { width: 1400, height: 1100 } });
const { workbench } = window;
try {
  await workbench.openContainer('ECS');
  const view = workbench.view('Explorer');
  const path = ['default', 'shop-staging-cluster', 'checkout'];
  await view.expand('default', 'shop-staging-cluster');
  await view.expand(...path);
  await view.expand(...path, 'Stopped tasks');
  await wait(1500);
  const rows = await view.rows();
  console.log(rows.map(({ label, description }) => `${label} | ${description}`).join('\n'));
  const stopped = rows.find(({ label }) => label.includes('image not found'));
  await workbench.screenshot(`why-0-tree-${colorTheme}`);
  for (let i = 0; i < 4; i++) { await view.inlineAction([...path, "Stopped tasks", stopped?.label ?? ""], "Why?"); await wait(3000); console.log(i, ""); await workbench.screenshot(`why-inline-${i}`); }
  await wait(15000);
  await workbench.screenshot(`why-1-task-${colorTheme}`);
  await view.contextMenu(path, 'Why?');
  await wait(15000);
  await workbench.screenshot(`why-2-service-${colorTheme}`);
} catch (error) {
  console.log(error);
  await workbench.screenshot('why-error');
} finally {
  await window.close();
}
