import type { FrameLocator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { tryMs } from './tryMs.ts';

/** The page of the panel that is in front. */
function webviewPage(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
}

/** The text of the panel in front, once it has what is looked for. */
export function seenInPanel(page: Page, text: string | RegExp): Promise<string> {
  return eventually(`${String(text)} in the panel`, async () => {
    const shown = await webviewPage(page)
      .locator('body')
      .innerText({ timeout: tryMs })
      .catch(() => '');
    return (typeof text === 'string' ? shown.includes(text) : text.test(shown)) ? shown : undefined;
  });
}
