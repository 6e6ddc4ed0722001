import { type CompletionItemProvider, type Disposable, languages, type TextDocument, window, workspace } from 'vscode';
import { affectsAny } from '../common/settings.ts';
import type { Workbench } from '../common/workbench.ts';
import { isBlank } from '../common/documents/blankFile.ts';
import { fileKind, isCandidate, isDenied, ourLanguages } from '../common/documents/fileKind.ts';

/**
 * Looks at JSON documents as they are opened. An ordinary one costs a quick sniff; the language core is loaded when
 * the first task definition is met, or what is named like one.
 */
export function watchDocuments(workbench: Workbench, onFirstUse: () => void): Disposable[] {
  let started = false;
  const subscriptions: Disposable[] = [];
  const look = (document: TextDocument): void => {
    if (started || !isCandidate(document) || (fileKind(document) === 'other' && !isDenied(document))) return;
    started = true;
    onFirstUse();
    void import('./languageFeatures.ts').then(({ startLanguageFeatures }) => {
      subscriptions.push(...startLanguageFeatures(workbench));
    });
  };
  const lookAtAll = (): void => workspace.textDocuments.forEach(look);
  lookAtAll();
  const opened = workspace.onDidOpenTextDocument(look);
  const changed = workspace.onDidChangeTextDocument(({ document }) => look(document));
  const shown = window.onDidChangeActiveTextEditor((editor) => editor && look(editor.document));
  const configured = workspace.onDidChangeConfiguration((change) => {
    if (affectsAny(change, ['ecs.taskDefinition.files'])) lookAtAll();
  });
  const blank = languages.registerCompletionItemProvider([...ourLanguages], templatesFor(workbench));
  return [blank, opened, changed, shown, configured, { dispose: () => subscriptions.forEach((one) => one.dispose()) }];
}

/** What a blank file can begin with, loaded where somebody asks for it. */
function templatesFor({ connections }: Workbench): CompletionItemProvider {
  return {
    async provideCompletionItems(document) {
      if (!isBlank(document)) return undefined;
      const { offerTemplates } = await import('./language/fileTemplates.ts');
      return offerTemplates(document, connections);
    },
  };
}
