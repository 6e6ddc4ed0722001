import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { chooseMenuItem, menuItems } from './menu.ts';
import { TreeList, type TreeRow } from './treeList.ts';
import { tryMs } from './tryMs.ts';

/** Milliseconds without a change after which rows count as settled: VS Code gathers changes for 200. */
const restMs = 250;

interface FoundRow {
  readonly row: TreeRow;
  readonly locator: Locator;
}

/** One tree of the side bar, by the title of its view. Rows are named by their path of labels from the outside in. */
export class TreeView {
  readonly #page: Page;
  readonly title: string;

  constructor(page: Page, title: string) {
    this.#page = page;
    this.title = title;
  }

  get #list(): TreeList {
    return new TreeList(this.pane.locator('.monaco-list').first());
  }

  get pane(): Locator {
    return this.#page.locator(`.split-view-view:has(> .pane > .pane-header[aria-label^="${this.title}"]) > .pane`);
  }

  /** All rows, top to bottom. */
  async rows(): Promise<TreeRow[]> {
    return this.#list.rows();
  }

  /** The text of the view when it has no rows, its welcome content, once it is as `expected`. */
  async welcome(expected = /\S/): Promise<string> {
    const content = this.pane.locator('.welcome-view-content');
    return eventually(`Welcome content of ${this.title} like ${expected}`, async () => {
      const text = (await content.innerText({ timeout: tryMs })).trim();
      return expected.test(text) ? text : undefined;
    });
  }

  /** The line that a view shows above its rows. */
  async message(): Promise<string> {
    return (await this.pane.locator('.tree-explorer-viewlet-tree-view .message').innerText()).trim();
  }

  /** Waits for a row and returns it. */
  async find(...path: string[]): Promise<TreeRow> {
    return (await this.#locate(path)).row;
  }

  /** Waits until a row, once there, is as it should be. */
  async until(path: readonly string[], isRight: (row: TreeRow) => boolean, limitMs?: number): Promise<TreeRow> {
    const attempt = async (): Promise<TreeRow | undefined> => {
      const found = await this.#look(path);
      return found !== undefined && isRight(found) ? found : undefined;
    };
    return eventually(`The expected state of ${path.join(' > ')} in ${this.title}`, attempt, limitMs);
  }

  /** Expands every row of the path and waits for the children of the last. */
  async expand(...path: string[]): Promise<void> {
    // What was expanded while all rows are being drawn anew may come back collapsed.
    await eventually(`Expanding ${path.join(' > ')} in ${this.title}`, async () => {
      for (let depth = 1; depth <= path.length; depth++) await this.#toggle(path.slice(0, depth), true);
      await this.#childrenOf(path);
      return true;
    });
  }

  /** Expands a row whose children may keep one waiting. */
  async open(...path: string[]): Promise<void> {
    await eventually(`Opening ${path.join(' > ')} in ${this.title}`, async () => {
      await this.#toggle(path, true);
      return true;
    });
  }

  async collapse(...path: string[]): Promise<void> {
    await eventually(`Collapsing ${path.join(' > ')} in ${this.title}`, async () => {
      await this.#toggle(path, false);
      return true;
    });
  }

  async select(...path: string[]): Promise<void> {
    await this.#reach('A click', path, ({ locator }) => locator.click({ timeout: tryMs }));
  }

  /** Chooses an item, through submenus where several are named, of the context menu of a row. */
  async contextMenu(path: readonly string[], ...items: string[]): Promise<void> {
    await this.#reach(`The menu's ${items.join(' > ')}`, path, async ({ locator }) => {
      await locator.click({ button: 'right', timeout: tryMs });
      await chooseMenuItem(this.#page, ...items).catch((error: unknown) => this.#leave(error));
    });
  }

  /** The items that the context menu of a row offers. */
  async contextMenuItems(...path: string[]): Promise<string[]> {
    await this.#reach('The menu', path, ({ locator }) => locator.click({ button: 'right', timeout: tryMs }));
    const items = await menuItems(this.#page);
    await this.#page.keyboard.press('Escape');
    return items;
  }

  /** Clicks one of the icons that appear when the pointer is on a row. */
  async inlineAction(path: readonly string[], name: string): Promise<void> {
    await this.#reach(`The action ${name}`, path, async ({ locator }) => {
      await locator.hover({ timeout: tryMs });
      await locator.locator(`.actions .action-label[aria-label^="${name}"]`).click({ timeout: tryMs });
    });
  }

  /** Clicks one of the icons in the view's title. */
  async titleAction(name: string): Promise<void> {
    await this.pane.hover();
    const inPane = this.pane.locator(`.pane-header .action-label[aria-label^="${name}"]`);
    const inContainer = this.#page.locator(`.part.sidebar > .title .action-label[aria-label^="${name}"]`);
    await inPane.or(inContainer).first().click();
  }

  /** What a tooltip over a row says. */
  async tooltip(...path: string[]): Promise<string> {
    await this.#reach('The pointer', path, ({ locator }) => locator.hover({ timeout: tryMs }));
    const hover = this.#page.locator(
      '.workbench-hover-container:visible .monaco-hover-content, .workbench-hover:visible',
    );
    return eventually('A tooltip', async () => (await hover.first().innerText()).trim() || undefined);
  }

  // A row that is only just drawn may have nothing to expand yet.
  async #toggle(path: readonly string[], expanded: boolean): Promise<void> {
    const { row, locator } = await this.#settled(path);
    if (row.expanded === expanded) return;
    await locator.locator('.monaco-tl-twistie').click({ timeout: tryMs });
    await this.until(path, (now) => now.expanded === expanded, tryMs);
  }

  async #childrenOf(path: readonly string[]): Promise<void> {
    await eventually(
      `Children of ${path.join(' > ')}`,
      async () => {
        const rows = await this.rows();
        const index = indexOf(rows, path);
        const next = rows[index + 1];
        // What is still being read has none yet.
        if (index >= 0 && next !== undefined && next.level > path.length && next.label !== 'Reading…') return true;
        throw notAmong(rows);
      },
      tryMs,
    );
  }

  async #leave(error: unknown): Promise<never> {
    await this.#page.keyboard.press('Escape');
    throw error;
  }

  // A row that moves under the pointer is looked for again.
  async #reach(wish: string, path: readonly string[], act: (found: FoundRow) => Promise<void>): Promise<void> {
    await eventually(`${wish} on ${path.join(' > ')} in ${this.title}`, async () => {
      await act(await this.#settled(path));
      return true;
    });
  }

  // As a person does, who reads first: rows that are only just coming, going or being drawn anew are not reached for.
  async #settled(path: readonly string[]): Promise<FoundRow> {
    let before: string | undefined;
    await eventually(`Rest in ${this.title}`, async () => {
      const now = outline(await this.#list.shownRows());
      if (now === before) return true;
      before = now;
      await delay(restMs);
      return undefined;
    });
    return this.#locate(path, tryMs);
  }

  // Most often it is in sight already, which spares scrolling through all.
  async #look(path: readonly string[]): Promise<TreeRow | undefined> {
    return walk(await this.#list.shownRows(), path) ?? walk(await this.rows(), path);
  }

  async #locate(path: readonly string[], limitMs?: number): Promise<FoundRow> {
    const attempt = async (): Promise<TreeRow> => {
      const rows = await this.rows();
      const found = walk(rows, path);
      if (found !== undefined) return found;
      throw notAmong(rows);
    };
    const row = await eventually(`A row ${path.join(' > ')} in ${this.title}`, attempt, limitMs);
    return { row, locator: await this.#list.reveal(row) };
  }
}

function walk(rows: readonly TreeRow[], path: readonly string[]): TreeRow | undefined {
  return rows[indexOf(rows, path)];
}

/** Says what was there instead of what was looked for. */
function notAmong(rows: readonly TreeRow[]): Error {
  return new Error(`The rows are\n${outline(rows)}`);
}

/** Rows as lines. */
function outline(rows: readonly TreeRow[]): string {
  const sign = ({ expanded }: TreeRow): string => (expanded === undefined ? '·' : expanded ? '▾' : '▸');
  return rows.map((row) => `${'  '.repeat(row.level)}${sign(row)} ${row.label} ${row.description}`).join('\n');
}

/** The row that a path of labels leads to, or -1: each label is looked for below the one before it. */
function indexOf(rows: readonly TreeRow[], path: readonly string[]): number {
  let index = -1;
  for (const [depth, label] of path.entries()) {
    const start = index + 1;
    let end = rows.findIndex((row, at) => at >= start && row.level <= depth);
    if (end < 0) end = rows.length;
    index = rows.findIndex((row, at) => at >= start && at < end && row.level === depth + 1 && row.label === label);
    if (index < 0) return -1;
  }
  return index;
}
