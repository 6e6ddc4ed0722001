import { type Disposable, type TextDocument, window } from 'vscode';
import { inChannelName } from './channelFiles.ts';
import { logLanguage } from './logChannel.ts';

/** Knows which log channels are in view: VS Code tells of them only as documents that are visible. */
export class ChannelVisibility implements Disposable {
  readonly #subscription: Disposable;
  #addresses: string[] = [];

  constructor(changed: () => void) {
    this.#read();
    this.#subscription = window.onDidChangeVisibleTextEditors(() => {
      this.#read();
      changed();
    });
  }

  isVisible(channelName: string): boolean {
    const ending = `-${inChannelName(channelName)}`;
    return this.#addresses.some((address) => address.endsWith(ending));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #read(): void {
    const documents = window.visibleTextEditors.map((editor) => editor.document);
    this.#addresses = documents.filter(isLogChannel).map((document) => inChannelName(document.uri.path));
  }
}

/** Whether a document is what VS Code shows of a log channel, and not one that was opened whole. */
export function isLogChannel(document: TextDocument): boolean {
  return document.uri.scheme === 'output' && document.languageId === logLanguage;
}
