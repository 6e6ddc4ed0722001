import { type Disposable, type TextEditor, window, workspace } from 'vscode';
import { setContextKey } from '../../common/contextKeys.ts';
import { isTaskDefinition } from '../../common/documents/readDocument.ts';

/** Keeps the context key that shows our buttons in the editor title. */
export class ActiveFile implements Disposable {
  #shown: boolean | undefined;
  readonly #subscriptions: Disposable[];

  constructor() {
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => this.update(editor)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) this.update();
      }),
    ];
    this.update();
  }

  update(editor: TextEditor | undefined = window.activeTextEditor): void {
    const ours = editor !== undefined && isTaskDefinition(editor.document);
    if (ours !== this.#shown) setContextKey('ecs.taskDefinitionFile', ours);
    this.#shown = ours;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
