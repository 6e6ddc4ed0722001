import * as coreL10n from '@vscode/l10n';
import { CodeActionKind, type Disposable, type DocumentSelector, l10n, languages } from 'vscode';
import type { Workbench } from '../common/workbench.ts';
import { ActiveFile } from './status/activeFile.ts';
import { codeActions } from './language/codeActions.ts';
import { CodeLenses } from './language/codeLenses.ts';
import { completionBeside, completionTriggers } from './language/completion.ts';
import { Diagnostics } from './language/diagnostics.ts';
import { fileContexts } from '../common/documents/fileContext.ts';
import { FileConnections } from './status/fileConnections.ts';
import { ourLanguages, templateLanguage } from '../common/documents/fileKind.ts';
import { hints } from './language/hints.ts';
import { FieldHover } from './language/hover.ts';
import { LanguageStatus } from './status/languageStatus.ts';
import { links } from './language/links.ts';
import { LiveCompletion } from './live/liveCompletion.ts';
import { LiveHover } from './live/liveHover.ts';
import { fixAllActions, fixAllKind, refactorActions } from './language/refactorActions.ts';
import { RevisionMemory } from './live/revisionMemory.ts';
import { definitions, highlights, references, rename } from './language/symbols.ts';
import { templateFolding, templateSymbols } from './language/templateOutline.ts';
import { TemplateFiles } from './templateFiles.ts';

const selector: DocumentSelector = [...ourLanguages].map((language) => ({ language }));

/** Starts everything that helps with task-definition files; called when the first one is met. */
export function startLanguageFeatures(workbench: Workbench): Disposable[] {
  if (l10n.bundle) coreL10n.config({ contents: l10n.bundle });
  const contexts = fileContexts();
  const diagnostics = new Diagnostics();
  const active = new ActiveFile();
  const connections = new FileConnections(workbench.connections);
  contexts.homeOf = (uri) => connections.home(uri);
  const status = new LanguageStatus(connections);
  const memory = new RevisionMemory(workbench, connections);
  const live = new LiveCompletion(connections);
  const lenses = new CodeLenses(memory, connections);
  const judgeAnew = (): void => {
    void diagnostics.refresh();
    status.update();
    active.update();
  };
  return [
    contexts,
    contexts.onDidChange(judgeAnew),
    diagnostics,
    status,
    active,
    connections,
    connections.onDidChange(() => status.update()),
    connections.onDidChange(() => contexts.change()),
    connections.onDidChangeHomes(() => contexts.change()),
    memory,
    lenses,
    new TemplateFiles(),
    ...registerProviders(),
    languages.registerCompletionItemProvider(selector, completionBeside(live), ...completionTriggers),
    languages.registerCompletionItemProvider(selector, live, '"'),
    // VS Code shows what was registered last first: what comes late is put below what is being read.
    languages.registerHoverProvider(selector, new LiveHover(connections)),
    languages.registerHoverProvider(selector, new FieldHover(connections)),
    languages.registerCodeLensProvider(selector, lenses),
  ];
}

/** Providers that need the document alone. */
function registerProviders(): Disposable[] {
  const template = { language: templateLanguage };
  return [
    languages.registerCodeActionsProvider(selector, codeActions, {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    }),
    languages.registerCodeActionsProvider(selector, refactorActions, {
      providedCodeActionKinds: [CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract],
    }),
    languages.registerCodeActionsProvider(selector, fixAllActions, { providedCodeActionKinds: [fixAllKind] }),
    languages.registerDefinitionProvider(selector, definitions),
    languages.registerReferenceProvider(selector, references),
    languages.registerDocumentHighlightProvider(selector, highlights),
    languages.registerRenameProvider(selector, rename),
    languages.registerDocumentLinkProvider(selector, links),
    languages.registerInlayHintsProvider(selector, hints),
    languages.registerDocumentSymbolProvider(template, templateSymbols),
    languages.registerFoldingRangeProvider(template, templateFolding),
  ];
}
