import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { isTemplate } from '../../taskdef/recognition/isTemplate.ts';
import { isOurs, readDocument } from '../common/documents/readDocument.ts';
import { templateLanguage } from '../common/documents/fileKind.ts';

/**
 * Gives files with unquoted placeholders a language of their own: VS Code's JSON support would call them broken, and
 * cannot be silenced. Done when a file is opened or saved, never while it is typed, and once a file: whoever changes the
 * language back is left alone.
 */
export class TemplateFiles implements Disposable {
  readonly #done = new Set<string>();
  readonly #subscriptions: Disposable[];

  constructor() {
    this.#subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.#look(document)),
      workspace.onDidSaveTextDocument((document) => this.#look(document)),
    ];
    for (const document of workspace.textDocuments) this.#look(document);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #look(document: TextDocument): void {
    const key = document.uri.toString();
    if (document.languageId === templateLanguage || this.#done.has(key) || !isOurs(document)) return;
    if (!isTemplate(readDocument(document).source)) return;
    this.#done.add(key);
    void languages.setTextDocumentLanguage(document, templateLanguage);
  }
}
