import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { tryMs } from './tryMs.ts';
import { exactly } from './exactly.ts';

/** The command palette, quick picks and input boxes: all live in the same widget at the top of the window. */
export class QuickInput {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get widget(): Locator {
    return this.#page.locator('.quick-input-widget:visible');
  }

  get #field(): Locator {
    return this.widget.locator('.quick-input-box input');
  }

  get #rows(): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** Runs a command by its full title, `Category: Title`, from the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.open(`>${title}`);
    await this.choose(title);
  }

  /** Opens the palette with `text` in it: `>` leads to commands, a file name to files. */
  async open(text: string): Promise<void> {
    // A webview that is only just loading takes the key and does not pass it on.
    await eventually('The palette', async () => {
      await this.#page.keyboard.press('F1');
      await this.#field.fill(text, { timeout: tryMs });
      return true;
    });
  }

  /** Waits for a pick or a box whose title or placeholder contains `text`. */
  async waitFor(text: string): Promise<void> {
    let asked = '';
    await eventually(
      () => `A question about '${text}' (instead of '${asked}')`,
      async () => {
        asked = (await this.widget.isVisible()) ? await this.question() : '';
        return asked.includes(text);
      },
    );
  }

  /** Title, step, placeholder and message of what is being asked, one a line. */
  async question(): Promise<string> {
    const header = await this.widget.locator('.quick-input-title').innerText();
    const placeholder = (await this.#field.getAttribute('placeholder')) ?? '';
    const message = await this.widget.locator('.quick-input-message').innerText();
    return [header, placeholder, message].filter((part) => part.trim() !== '').join('\n');
  }

  /** The labels of the items that are on show. */
  async items(): Promise<string[]> {
    await this.#settled();
    return this.#labels();
  }

  /** Chooses the item with this label (icons left out); typing first narrows a long list. */
  async choose(label: string, limitMs?: number): Promise<void> {
    await this.#row(label).click({ timeout: limitMs });
  }

  /** Ticks or unticks an item of a pick that takes several. */
  async toggle(label: string): Promise<void> {
    // A click anywhere on such a row ticks it.
    await this.#row(label).click();
  }

  /** Types into the pick or box in place of what is there. */
  async type(text: string): Promise<void> {
    await this.#field.fill(text);
  }

  /** What the pick or box holds. */
  async value(): Promise<string> {
    return this.#field.inputValue();
  }

  /** Waits until the line under the box, which judges what was typed, contains `text`; returns it whole. */
  async waitForRemark(text: string): Promise<string> {
    return eventually(`A remark '${text}' on the input`, async () => {
      const remark = (await this.widget.locator('.quick-input-message').innerText()).trim();
      return remark.includes(text) ? remark : undefined;
    });
  }

  async accept(): Promise<void> {
    await this.#page.keyboard.press('Enter');
  }

  async back(): Promise<void> {
    await this.widget.locator('.quick-input-titlebar .codicon-quick-input-back').click();
  }

  async cancel(): Promise<void> {
    // Rows that are drawn anew meanwhile may have taken the focus, and with it the key.
    await eventually('The end of the question', async () => {
      await this.#page.keyboard.press('Escape');
      await this.widget.waitFor({ state: 'hidden', timeout: tryMs });
      return true;
    });
  }

  /** Waits until nothing is being asked. */
  async closed(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }

  // Found anew at the click itself: while the list still narrows, places in it mean nothing.
  #row(label: string): Locator {
    const name = this.#page.locator('.quick-input-list-label .label-name', { hasText: exactly(label) });
    return this.#rows.filter({ has: name }).first();
  }

  // An icon is a character of its own in the label, followed by a space.
  async #labels(): Promise<string[]> {
    return this.#rows.evaluateAll((rows) =>
      rows.map((row) => row.querySelector('.quick-input-list-label .label-name')?.textContent?.trim() ?? ''),
    );
  }

  async #settled(): Promise<void> {
    await this.widget.locator('.monaco-progress-container.active').waitFor({ state: 'hidden' });
    await this.#rows.first().waitFor();
  }
}
