import type { Page } from 'playwright-core';
import { openWindow, type HostWindow, type WindowOptions } from '../../host/window.ts';
import { eventually } from '../../support/eventually.ts';
import { Notifications } from './notifications.ts';
import { Panel } from './panel.ts';
import { QuickInput } from './quickInput.ts';
import { TextEditor } from './textEditor.ts';
import { TreeView } from './treeView.ts';
import { tryMs } from './tryMs.ts';

/** Opens a window and returns what a person can do in it. */
export async function openWorkbench(options: WindowOptions): Promise<Workbench> {
  return new Workbench(await openWindow(options));
}

/** A VS Code window from a person's point of view. Everything waits for what it acts on. */
export class Workbench {
  readonly window: HostWindow;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly editor: TextEditor;
  readonly panel: Panel;

  constructor(window: HostWindow) {
    this.window = window;
    this.quickInput = new QuickInput(window.page);
    this.notifications = new Notifications(window.page);
    this.editor = new TextEditor(window.page);
    this.panel = new Panel(window.page, this.quickInput);
  }

  get page(): Page {
    return this.window.page;
  }

  /** Runs a command by its full title, `Category: Title`, from the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.quickInput.runCommand(title);
  }

  /** Opens a view container by the title of its icon in the activity bar. */
  async openContainer(title: string): Promise<void> {
    const icon = this.page.locator(`.part.activitybar .composite-bar .action-label[aria-label^="${title}"]`);
    await icon.first().waitFor();
    const shown = this.page.locator(`.part.activitybar .action-item.checked .action-label[aria-label^="${title}"]`);
    if ((await shown.count()) === 0) await icon.first().click();
    await shown.first().waitFor();
  }

  /** A tree of the side bar by the title of its view; open its container first. */
  view(title: string): TreeView {
    return new TreeView(this.page, title);
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    const label = name.split('/').at(-1) ?? name;
    // Asked anew: the list that a pick has once begun with lacks a file that was only just written.
    await eventually(`${name} to choose from`, async () => {
      await this.quickInput.open(name);
      await this.quickInput.choose(label, tryMs);
      return true;
    });
    await this.editor.waitForTab(label);
  }

  /** The texts of the status bar. */
  async statusBar(): Promise<string[]> {
    return this.page.locator('.part.statusbar .statusbar-item').allInnerTexts();
  }

  /** Waits for a status bar item that contains `text` and returns all it says. */
  async statusItem(text: string): Promise<string> {
    return eventually(`A status bar item '${text}'`, async () =>
      (await this.statusBar()).find((item) => item.includes(text)),
    );
  }

  async clickStatusItem(text: string): Promise<void> {
    await this.statusItem(text);
    await this.page.locator('.part.statusbar .statusbar-item', { hasText: text }).first().click();
  }

  /** What VS Code says about an extension that has been activated. */
  async runningExtension(name: string): Promise<{ activation: string; problems: string[] }> {
    await this.runCommand('Developer: Show Running Extensions');
    const row = this.page.locator('.runtime-extensions-editor .extension').filter({
      has: this.page.locator('.name').getByText(name, { exact: true }),
    });
    const activation = await eventually(`The activation of ${name}`, async () => {
      const text = await row.locator('.activation-time').innerText();
      return /\d ?ms/.test(text) ? text : undefined;
    });
    return { activation, problems: (await row.locator('.msg').allInnerTexts()).filter((text) => /error/i.test(text)) };
  }

  /** Saves a picture as artifacts/ui/`name`.png. */
  async screenshot(name: string): Promise<string> {
    return this.window.screenshot(name);
  }

  async close(): Promise<void> {
    await this.window.close();
  }
}
