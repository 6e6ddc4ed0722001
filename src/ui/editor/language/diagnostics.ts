import { setImmediate as turn } from 'node:timers/promises';
import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Location,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import type { Finding, Severity } from '../../../taskdef/rule/finding.ts';
import { isOurs } from '../../common/documents/readDocument.ts';
import { summarised } from '../../../taskdef/byCause.ts';
import { shownFindings } from './shownFindings.ts';
import { toRange } from '../textRange.ts';

/** Milliseconds after the last keystroke. */
const pause = 120;

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Keeps the problems of all open task-definition files current. */
export class Diagnostics implements Disposable {
  readonly #collection = languages.createDiagnosticCollection('ecs');
  readonly #timers = new Map<TextDocument, NodeJS.Timeout>();
  readonly #subscriptions: Disposable[];
  #sweep = 0;

  constructor() {
    this.#subscriptions = [
      this.#collection,
      workspace.onDidOpenTextDocument((document) => this.#publish(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#publishSoon(document);
      }),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    ];
    void this.refresh();
  }

  /** Judges all open documents anew, one a turn: many open files must not hold the extension host up. */
  async refresh(): Promise<void> {
    const sweep = ++this.#sweep;
    for (const document of workspace.textDocuments) {
      if (sweep !== this.#sweep) return;
      if (!document.isClosed) this.#publish(document);
      await turn();
    }
  }

  dispose(): void {
    this.#sweep++;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #publishSoon(document: TextDocument): void {
    clearTimeout(this.#timers.get(document));
    const timer = setTimeout(() => {
      this.#timers.delete(document);
      if (!document.isClosed) this.#publish(document);
    }, pause);
    this.#timers.set(document, timer);
  }

  #publish(document: TextDocument): void {
    if (!isOurs(document)) return this.#collection.delete(document.uri);
    this.#collection.set(
      document.uri,
      summarised(shownFindings(document)).map((finding) => toDiagnostic(document, finding)),
    );
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#collection.delete(document.uri);
  }
}

function toDiagnostic(document: TextDocument, finding: Finding): Diagnostic {
  const diagnostic = new Diagnostic(
    toRange(document, finding.range),
    visibleLine(finding.message),
    severities[finding.severity],
  );
  diagnostic.source = 'ecs';
  diagnostic.code = { value: finding.rule, target: Uri.parse(finding.link) };
  diagnostic.relatedInformation = finding.related.map(
    ({ range, message }) =>
      new DiagnosticRelatedInformation(new Location(document.uri, toRange(document, range)), visibleLine(message)),
  );
  return diagnostic;
}
