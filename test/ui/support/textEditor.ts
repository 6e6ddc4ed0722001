import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { tryMs } from './tryMs.ts';

/** The editor that has the focus, and what grows on it: suggestions, hovers, fixes, differences. */
export class TextEditor {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #editor(): Locator {
    return this.#page.locator('.editor-group-container.active .editor-instance');
  }

  /** Waits until the editor of a file is the active one. */
  async waitForTab(name: string): Promise<void> {
    const tab = this.#page.locator('.editor-group-container.active .tab.active', { hasText: name });
    await tab.waitFor();
    await this.#editor.locator('.view-lines').first().waitFor();
  }

  /** The titles of the open tabs. */
  async tabs(): Promise<string[]> {
    return this.#page.locator('.tabs-container .tab .label-name').allInnerTexts();
  }

  /** The lines that are on show. */
  async visibleText(): Promise<string> {
    return linesOf(this.#editor.locator('.view-lines'));
  }

  /** Waits until the lines on show contain `text`. */
  async waitForText(text: string): Promise<void> {
    await eventually(`'${text}' in the editor`, async () => (await this.visibleText()).includes(text) || undefined);
  }

  /** Puts the cursor at a line and column, both counted from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press('Control+g');
    const field = this.#page.locator('.quick-input-widget:visible .quick-input-box input');
    await field.waitFor();
    await field.fill(`:${line}:${column}`);
    await this.#page.keyboard.press('Enter');
    await field.waitFor({ state: 'hidden' });
  }

  async focus(): Promise<void> {
    await this.#editor.locator('.monaco-editor').first().locator('textarea, .native-edit-context').first().focus();
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+s');
    await this.#page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /** Opens the suggestions at the cursor and returns their labels. */
  async suggestions(): Promise<string[]> {
    await this.#page.keyboard.press('Control+Space');
    return this.shownSuggestions();
  }

  /** The labels of the suggestions that are open. */
  async shownSuggestions(limitMs?: number): Promise<string[]> {
    const names = this.#suggestWidget.locator('.monaco-list-row .label-name');
    const shown = async (): Promise<string[] | undefined> => {
      const labels = await names.allInnerTexts();
      return labels.length > 0 ? labels : undefined;
    };
    return eventually('Suggestions', shown, limitMs);
  }

  /** Waits until a suggestion stands on top; where none are open any more they are asked for again, as a person does. */
  async waitForTopSuggestion(label: string): Promise<void> {
    await eventually(`${label} on top of the suggestions`, async () => {
      const isOnTop = async (): Promise<boolean> => (await this.shownSuggestions(tryMs))[0] === label;
      const found = await eventually(label, isOnTop, tryMs).catch(() => false);
      if (!found) await this.#page.keyboard.press('Control+Space');
      return found;
    });
  }

  async acceptSuggestion(label: string): Promise<void> {
    const row = this.#suggestWidget.locator('.monaco-list-row').filter({
      has: this.#page.locator('.label-name').getByText(label, { exact: true }),
    });
    await row.first().click();
    await this.#suggestWidget.waitFor({ state: 'hidden' });
  }

  /** Puts the cursor at a place and returns what a hover says there. */
  async hover(line: number, column: number): Promise<string> {
    await this.goTo(line, column);
    await this.#page.keyboard.press('Control+k');
    await this.#page.keyboard.press('Control+i');
    const hover = this.#page.locator('.monaco-editor .monaco-hover:visible .monaco-hover-content');
    return eventually('A hover', async () => (await hover.first().innerText()).trim() || undefined);
  }

  /** The titles of the fixes that the lightbulb offers at the cursor. */
  async quickFixes(): Promise<string[]> {
    const titles = this.#actions.locator('.monaco-list-row.action .title');
    let pressed = 0;
    return eventually('Quick fixes', async () => {
      const found = await titles.allInnerTexts();
      if (found.length > 0) return found;
      // The key is lost while the editor is still taking the focus, and its menu goes when lenses move the lines.
      if (Date.now() - pressed > tryMs / 2) {
        pressed = Date.now();
        await this.#page.keyboard.press('Control+.');
      }
      return undefined;
    });
  }

  /** Applies the fix with this title at the cursor. */
  async applyQuickFix(title: string): Promise<void> {
    await this.quickFixes();
    const row = this.#actions.locator('.monaco-list-row.action', { hasText: title }).first();
    // Until the pointer has moved, the menu takes no click, lest it be the one that opened it.
    await row.hover({ force: true });
    await row.click();
    await this.#actions.waitFor({ state: 'hidden' });
  }

  /** The titles of the CodeLenses on show, once there are any. */
  async codeLenses(): Promise<string[]> {
    const lenses = this.#editor.locator('.codelens-decoration > a, .codelens-decoration > span');
    await lenses.first().waitFor();
    return lenses.allInnerTexts();
  }

  async clickCodeLens(title: string): Promise<void> {
    await this.#editor.locator('.codelens-decoration > a', { hasText: title }).first().click();
  }

  /** Waits for a diff editor and returns the lines on show on either side. */
  async diff(): Promise<{ original: string; modified: string }> {
    const diff = this.#page.locator('.editor-group-container.active .monaco-diff-editor');
    await diff.locator('.editor.modified .view-line').first().waitFor();
    return {
      original: await linesOf(diff.locator('.editor.original .view-lines').first()),
      modified: await linesOf(diff.locator('.editor.modified .view-lines').first()),
    };
  }

  get #suggestWidget(): Locator {
    return this.#page.locator('.suggest-widget.visible');
  }

  get #actions(): Locator {
    return this.#page.locator('.action-widget:visible');
  }
}

/** As much of a line's element as is read in the page; the project has no types of the browser. */
interface LineElement {
  readonly style: { readonly top: string };
  readonly textContent: string | null;
}

/** The lines of the first of some editors in the order in which a person reads them; the page holds them in any. */
export async function linesOf(viewLines: Locator): Promise<string> {
  return viewLines.evaluateAll(([element]) => {
    const lines: LineElement[] = [...(element?.querySelectorAll('.view-line') ?? [])];
    const top = (line: LineElement): number => Number.parseFloat(line.style.top);
    return lines
      .sort((one, other) => top(one) - top(other))
      .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '))
      .join('\n');
  });
}
