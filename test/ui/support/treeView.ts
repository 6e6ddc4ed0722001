import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { chooseMenuItem, menuItems } from './menu.ts';
import { TreeList, type TreeRow } from './treeList.ts';

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
      const text = (await content.innerText({ timeout: 1000 })).trim();
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
    for (let depth = 1; depth <= path.length; depth++) {
      const part = path.slice(0, depth);
      await this.#toggle(part, true);
    }
    await this.#childrenOf(path);
  }

  async collapse(...path: string[]): Promise<void> {
    await this.#toggle(path, false);
  }

  // Looked at before each click: a click on a row that is drawn anew just then is lost.
  async #toggle(path: readonly string[], expanded: boolean): Promise<void> {
    const wish = `${path.join(' > ')} in ${this.title} ${expanded ? 'expanded' : 'collapsed'}`;
    await eventually(wish, async () => {
      const { row, locator } = await this.#locate(path);
      if (row.expanded === undefined || row.expanded === expanded) return true;
      await locator.locator('.monaco-tl-twistie').click({ timeout: 4_000 });
      await this.until(path, (now) => now.expanded === expanded, 4_000);
      return true;
    });
  }

  async select(...path: string[]): Promise<void> {
    await (await this.#locate(path)).locator.click();
  }

  /** Chooses an item, through submenus where several are named, of the context menu of a row. */
  async contextMenu(path: readonly string[], ...items: string[]): Promise<void> {
    await (await this.#locate(path)).locator.click({ button: 'right' });
    await chooseMenuItem(this.#page, ...items);
  }

  /** The items that the context menu of a row offers. */
  async contextMenuItems(...path: string[]): Promise<string[]> {
    await (await this.#locate(path)).locator.click({ button: 'right' });
    const items = await menuItems(this.#page);
    await this.#page.keyboard.press('Escape');
    return items;
  }

  /** Clicks one of the icons that appear when the pointer is on a row. */
  async inlineAction(path: readonly string[], name: string): Promise<void> {
    const { locator } = await this.#locate(path);
    await locator.hover();
    await locator.locator(`.actions .action-label[aria-label^="${name}"]`).click();
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
    await (await this.#locate(path)).locator.hover();
    const hover = this.#page.locator(
      '.workbench-hover-container:visible .monaco-hover-content, .workbench-hover:visible',
    );
    return eventually('A tooltip', async () => (await hover.first().innerText()).trim() || undefined);
  }

  async #childrenOf(path: readonly string[]): Promise<void> {
    await eventually(`Children of ${path.join(' > ')} in ${this.title}`, async () => {
      const rows = await this.rows();
      const index = indexOf(rows, path);
      const next = rows[index + 1];
      return (index >= 0 && next !== undefined && next.level > path.length) || undefined;
    });
  }

  // Most often it is in sight already, which spares scrolling through all.
  async #look(path: readonly string[]): Promise<TreeRow | undefined> {
    return walk(await this.#list.shownRows(), path) ?? walk(await this.rows(), path);
  }

  async #locate(path: readonly string[]): Promise<{ row: TreeRow; locator: Locator }> {
    const row = await eventually(`A row ${path.join(' > ')} in ${this.title}`, async () =>
      walk(await this.rows(), path),
    );
    return { row, locator: await this.#list.reveal(row) };
  }
}

function walk(rows: readonly TreeRow[], path: readonly string[]): TreeRow | undefined {
  return rows[indexOf(rows, path)];
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
