import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { exactly } from './exactly.ts';
import { tryMs } from './tryMs.ts';

/** Chooses an item of the menu that is open; several names lead through submenus. */
export async function chooseMenuItem(page: Page, ...items: string[]): Promise<void> {
  for (const [depth, name] of items.entries()) {
    const item = page.locator('.monaco-menu .action-item').filter({
      has: page.locator('.action-label', { hasText: exactly(name) }),
    });
    await item.last().waitFor({ timeout: tryMs });
    if (depth < items.length - 1) await item.last().hover();
    else await clickUntilGone(item.last());
  }
}

// A menu takes no click in its first moments, lest it be the one that opened it.
async function clickUntilGone(item: Locator): Promise<void> {
  await eventually('The choice in the menu', async () => {
    if (await item.isVisible()) await item.click({ timeout: tryMs });
    await item.waitFor({ state: 'hidden', timeout: 500 });
    return true;
  });
}

/** The names of the items of the menu that is open. */
export async function menuItems(page: Page): Promise<string[]> {
  await page.locator('.monaco-menu').last().waitFor();
  return page.locator('.monaco-menu .action-item .action-label:not(.separator)').allInnerTexts();
}
