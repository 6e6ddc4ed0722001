import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import type { QuickInput } from './quickInput.ts';
import { linesOf } from './textEditor.ts';

/** The panel under the editors: problems and output. */
export class Panel {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  get #part(): Locator {
    return this.#page.locator('.part.panel');
  }

  /** Opens the Problems panel and returns its messages. */
  async problems(): Promise<string[]> {
    const list = this.#part.locator('.markers-panel');
    if (!(await list.isVisible())) await this.#quickInput.runCommand('View: Focus Problems (Errors, Warnings, Infos)');
    await list.waitFor();
    return list.locator('.monaco-list-row .marker-message').allInnerTexts();
  }

  /** Waits for a problem that contains `text` and returns its message. */
  async waitForProblem(text: string): Promise<string> {
    return eventually(`A problem '${text}'`, async () =>
      (await this.problems()).find((problem) => problem.includes(text)),
    );
  }

  /** Waits until no problem contains `text`. */
  async waitForNoProblem(text: string): Promise<void> {
    const gone = async (): Promise<true | undefined> => {
      return (await this.problems()).every((problem) => !problem.includes(text)) || undefined;
    };
    await eventually(`The end of the problem '${text}'`, gone);
  }

  /** Goes to the place of a problem. */
  async openProblem(text: string): Promise<void> {
    await this.waitForProblem(text);
    // On the words themselves: the middle of the row may be the link of the rule.
    const row = this.#part.locator('.markers-panel .monaco-list-row', { hasText: text }).last();
    await row
      .locator('.marker-message')
      .first()
      .dblclick({ position: { x: 20, y: 8 } });
  }

  /** The lines on show of the output channel that is open. */
  async output(): Promise<string> {
    return linesOf(this.#part.locator('.output-view .view-lines, .output-view-container .view-lines'));
  }

  /** Waits until the open output channel shows `text`. */
  async waitForOutput(text: string, limitMs?: number): Promise<string> {
    return eventually(
      `'${text}' in the output`,
      async () => {
        const shown = await this.output();
        return shown.includes(text) ? shown : undefined;
      },
      limitMs,
    );
  }

  /** The name of the output channel that is open. */
  async outputChannel(): Promise<string> {
    return this.#part
      .locator('.title-actions select.monaco-select-box, .title-actions .monaco-select-box')
      .first()
      .inputValue();
  }

  async hide(): Promise<void> {
    if (await this.#part.isVisible()) await this.#quickInput.runCommand('View: Hide Panel');
  }
}
