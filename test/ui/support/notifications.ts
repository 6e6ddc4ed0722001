import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';

/** Notifications and modal questions. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #toasts(): Locator {
    return this.#page.locator(
      '.notification-toast .notification-list-item, .notifications-center .notification-list-item',
    );
  }

  get #dialog(): Locator {
    return this.#page.locator('.monaco-dialog-box');
  }

  /** The messages on show. */
  async messages(): Promise<string[]> {
    return this.#toasts.locator('.notification-list-item-message').allInnerTexts();
  }

  /** Waits for a message that contains `text` and returns it whole. */
  async waitFor(text: string, limitMs?: number): Promise<string> {
    const find = async (): Promise<string | undefined> =>
      (await this.messages()).find((message) => message.includes(text));
    return eventually(`A notification '${text}'`, find, limitMs);
  }

  /** Waits for a message that contains `text` and clicks one of its buttons. */
  async answer(text: string, button: string): Promise<void> {
    await this.waitFor(text);
    const toast = this.#toasts.filter({ hasText: text }).first();
    await toast
      .locator('.notification-list-item-buttons-container .monaco-button', { hasText: button })
      .first()
      .click();
  }

  /** Waits for the modal question that contains `text` and returns all it says. */
  async question(text: string): Promise<string> {
    return eventually(`A question '${text}'`, async () => {
      const said = await this.#dialog.locator('.dialog-message-container').innerText();
      return said.includes(text) ? said : undefined;
    });
  }

  /** Waits for the modal question that contains `text` and clicks one of its buttons. */
  async answerQuestion(text: string, button: string): Promise<void> {
    await this.question(text);
    await this.#dialog.locator('.dialog-buttons .monaco-button', { hasText: button }).first().click();
    await this.#dialog.waitFor({ state: 'hidden' });
  }

  /** Takes all notifications away. */
  async clear(): Promise<void> {
    for (const close of await this.#page.locator('.notification-toast .codicon-notifications-clear').all()) {
      await close.click({ force: true, timeout: 1_000 }).catch(() => undefined);
    }
  }
}
