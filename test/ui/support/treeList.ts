import type { Locator } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { exactly } from './exactly.ts';
import { tryMs } from './tryMs.ts';

/** A row as a person reads it. */
export interface TreeRow {
  /** Its place among all rows, from 0; changes when rows above it come and go. */
  readonly index: number;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says of it. */
  readonly ariaLabel: string;
  /** 1 for the outermost rows. */
  readonly level: number;
  readonly expanded: boolean | undefined;
}

interface Scroll {
  readonly top: number;
  readonly shown: number;
  readonly all: number;
  readonly rowHeight: number;
}

/** The list under a tree, of which the page only ever holds the rows on show: reads and reaches all of them. */
export class TreeList {
  readonly #list: Locator;

  constructor(list: Locator) {
    this.#list = list;
  }

  /** All rows from top to bottom; scrolls through a list that is longer than its place. */
  async rows(): Promise<TreeRow[]> {
    if (!(await this.#list.isVisible())) return [];
    const found = new Map<number, TreeRow>();
    const { shown, all } = await this.#scroll();
    if (all > shown) await this.#scrollToTop();
    for (let more = true; more;) {
      for (const row of await this.shownRows()) found.set(row.index, row);
      more = all > shown && (await this.#wheel(shown / 2));
    }
    return [...found.values()].sort((one, other) => one.index - other.index);
  }

  /** Brings a row into sight. What is returned is the row only as long as no other takes its place. */
  async reveal(row: TreeRow): Promise<Locator> {
    const locator = this.#list
      .locator(`.monaco-list-rows > .monaco-list-row[data-index="${row.index}"]`)
      .filter({ has: this.#list.page().locator('.label-name', { hasText: exactly(row.label) }) });
    await eventually(`The sight of ${row.label}`, async () => {
      const { top, shown, all, rowHeight } = await this.#scroll();
      const place = row.index * rowHeight;
      if (all <= shown || (place >= top && place + rowHeight <= top + shown)) return true;
      await this.#wheel(place - top - shown / 2);
      return undefined;
    });
    return locator;
  }

  async #scrollToTop(): Promise<void> {
    await eventually('Scrolling to the top', async () => {
      const { top, all } = await this.#scroll();
      if (top > 0) await this.#wheel(-all);
      return top <= 0 || undefined;
    });
  }

  /** Turns the wheel by about `distance` pixels, leaving the pointer where it is; returns whether the list moved. */
  async #wheel(distance: number): Promise<boolean> {
    const { top, shown, all } = await this.#scroll();
    if (distance < 0 ? top <= 0 : top + shown >= all) return false;
    // A notch of the wheel is 120 of these and moves a list by 50 pixels.
    const wheel = { wheelDeltaY: (-distance * 120) / 50, bubbles: true, cancelable: true };
    await this.#list.locator('.monaco-scrollable-element').first().dispatchEvent('wheel', wheel);
    const moved = async (): Promise<true | undefined> => (await this.#scroll()).top !== top || undefined;
    return eventually('Scrolling', moved, tryMs).catch(() => false);
  }

  async #scroll(): Promise<Scroll> {
    return this.#list.evaluate((list) => {
      const rows = list.querySelector('.monaco-list-rows');
      return {
        top: Math.abs(Number.parseFloat(rows?.style.top ?? '0')),
        rowHeight: Number.parseFloat(list.querySelector('.monaco-list-row')?.style.height ?? '0'),
        shown: list.clientHeight,
        all: Number.parseFloat(rows?.style.height ?? '0'),
      };
    });
  }

  /** The rows that the page holds at the moment, top to bottom. */
  async shownRows(): Promise<TreeRow[]> {
    const rows = await this.#list.locator('.monaco-list-rows > .monaco-list-row').evaluateAll((elements) =>
      elements.map((element) => ({
        index: Number(element.getAttribute('data-index')),
        label: element.querySelector('.label-name')?.textContent?.trim() ?? '',
        description: element.querySelector('.label-description')?.textContent?.trim() ?? '',
        ariaLabel: element.getAttribute('aria-label') ?? '',
        level: Number(element.getAttribute('aria-level')),
        expanded: element.getAttribute('aria-expanded'),
      })),
    );
    return rows.map(({ expanded, ...row }) => ({
      ...row,
      expanded: expanded === null ? undefined : expanded === 'true',
    }));
  }
}
