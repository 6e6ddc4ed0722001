import { randomUUID } from 'node:crypto';
import { type Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { visibleLine } from '../../ecs/text/visibleText.ts';
import { pageHtml } from './pageHtml.ts';
import type { PanelKind } from './panelKind.ts';
import { readPageMessage, type ShowMessage } from './protocol.ts';

interface OpenPanel {
  panel: WebviewPanel;
  subject: object;
  content: Disposable;
}

/** The panels that are open: one for each subject. The workbench owns it. */
export class Panels implements Disposable {
  readonly #extension: Pick<ExtensionContext, 'extensionUri'>;
  readonly #open = new Map<string, OpenPanel>();

  constructor({ extension }: { extension: Pick<ExtensionContext, 'extensionUri'> }) {
    this.#extension = extension;
  }

  /** Shows a subject in a panel of its own, or brings the panel that it has to the front. */
  open<Subject extends object, Model, Action>(
    kind: PanelKind<Subject, Model, Action>,
    subject: Subject,
    focus: boolean,
  ): void {
    const known = this.#open.get(idOf(kind, subject));
    if (known?.subject === subject) return known.panel.reveal(undefined, !focus);
    known?.panel.dispose();
    const place = { viewColumn: ViewColumn.Active, preserveFocus: !focus };
    this.fill(kind, subject, window.createWebviewPanel(kind.viewType, visibleLine(kind.titleOf(subject)), place));
  }

  /** Fills a panel: a new one, or one that VS Code has kept over a reload. */
  fill<Subject extends object, Model, Action>(
    kind: PanelKind<Subject, Model, Action>,
    subject: Subject,
    panel: WebviewPanel,
  ): void {
    const { webview } = panel;
    let isClosed = false;
    const content = kind.fill(subject, (model, restore) => {
      const message: ShowMessage<Model> = { type: 'show', model, restore };
      // A webview of VS Code takes no origin; the rule means windows of a browser.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      if (!isClosed) void webview.postMessage(message);
    });
    const id = idOf(kind, subject);
    this.#open.set(id, { panel, subject, content });
    webview.onDidReceiveMessage((received: unknown) => {
      const message = readPageMessage(received);
      if (message?.type === 'ready') content.onReady();
      const action = message?.type === 'action' ? kind.readAction(message.action) : undefined;
      if (action !== undefined) content.onAction(action);
    });
    panel.onDidDispose(() => {
      isClosed = true;
      content.dispose();
      if (this.#open.get(id)?.panel === panel) this.#open.delete(id);
    });
    panel.title = visibleLine(kind.titleOf(subject));
    this.#load(panel, kind.page);
  }

  /** Ends what the panels watch and leaves them to VS Code, which brings them back. */
  dispose(): void {
    for (const { content } of this.#open.values()) content.dispose();
    this.#open.clear();
  }

  #load({ webview, title }: WebviewPanel, page: string): void {
    const folder = Uri.joinPath(this.#extension.extensionUri, 'dist', 'webview');
    const sourceOf = (file: string): string => webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = pageHtml({
      title,
      cspSource: webview.cspSource,
      script: sourceOf(`${page}.js`),
      style: sourceOf(`${page}.css`),
      nonce: randomUUID(),
    });
  }
}

function idOf<Subject extends object, Model, Action>(
  kind: PanelKind<Subject, Model, Action>,
  subject: Subject,
): string {
  return `${kind.viewType} ${kind.keyOf(subject)}`;
}
