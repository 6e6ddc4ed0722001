import {
  CodeLens,
  type CodeLensProvider,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  ProgressLocation,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { CommandId } from '../../manifest.ts';
import { abortSignalOf } from '../common/cancellation.ts';
import { linesText } from '../common/countText.ts';
import { lensTitle } from '../common/lensTitle.ts';
import { tabName } from '../common/tabTitle.ts';
import type { Workbench } from '../common/workbench.ts';
import { LogHelp } from './logHelp.ts';
import { logLanguage } from './channel/logChannel.ts';
import { logSymbolProvider } from './logOutlineProviders.ts';
import { PastDocument, type PastDocumentOptions } from './pastDocument.ts';

const scheme = 'ecs-logs';
const loadMore: CommandId = 'ecs.loadMoreLogs';

/** Lines that one click on “Load More” brings at least. */
const portion = 10_000;

/** The log documents of the window: read-only, filled page by page. */
export class LogsDocuments implements TextDocumentContentProvider, CodeLensProvider, Disposable {
  readonly #documents = new Map<string, PastDocument>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: Disposable[];
  readonly onDidChange = this.#changed.event;
  #count = 0;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(scheme, this),
      workspace.onDidCloseTextDocument((document) => this.#documents.delete(document.uri.toString())),
      languages.registerCodeLensProvider({ scheme }, this),
      languages.registerDocumentSymbolProvider({ scheme }, logSymbolProvider),
    ];
  }

  /** Reads the first lines, then shows them in a tab of this short name; its tooltip shows the heading. Rejects with a CancellationError when the person cancels before any came. */
  async open(name: string, options: PastDocumentOptions): Promise<void> {
    const [folder, file] = [options.heading, tabName(name)].map((text) => text.replaceAll('/', '∕'));
    const uri = Uri.from({ scheme, path: `/${folder}/${file}.log`, query: `${++this.#count}` });
    const document = new PastDocument(options);
    this.#documents.set(uri.toString(), document);
    await this.#load(document, portion);
    const opened = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), logLanguage);
    await window.showTextDocument(opened, { preview: false });
  }

  /** Reads on, a portion or all that is left. */
  async loadMore(uri: Uri, lines = portion): Promise<void> {
    const document = this.#documents.get(uri.toString());
    if (!document) return;
    try {
      await this.#load(document, lines);
    } finally {
      this.#changed.fire(uri);
    }
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#documents.get(uri.toString())?.text ?? l10n.t('These logs are no longer held; open them anew.');
  }

  provideCodeLenses({ uri, lineCount }: TextDocument): CodeLens[] {
    const document = this.#documents.get(uri.toString());
    if (!document || document.done) return [];
    return [0, lineCount - 1].flatMap((row) => {
      const place = new Range(row, 0, row, 0);
      return [
        new CodeLens(place, {
          title: lensTitle('arrow-down', l10n.t('Load More')),
          command: loadMore,
          arguments: [uri],
        }),
        new CodeLens(place, { title: l10n.t('Load All'), command: loadMore, arguments: [uri, Infinity] }),
      ];
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #load(document: PastDocument, lines: number): Promise<void> {
    const options = { location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Reading logs') };
    await window.withProgress(options, (progress, token) =>
      document.load(lines, abortSignalOf(token), (count) => progress.report({ message: linesText(count) })),
    );
  }
}

/** The log documents of this window; they end with the extension. */
export function logsDocuments(workbench: Workbench): LogsDocuments {
  workbench.own(LogHelp);
  return workbench.own(LogsDocuments);
}
