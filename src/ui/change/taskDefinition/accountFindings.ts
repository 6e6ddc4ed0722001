import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import type { AccountFinding } from '../../../verify/accountFinding.ts';
import type { Workbench } from '../../common/workbench.ts';

const severities: Record<AccountFinding['severity'], DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Puts findings into Problems, in the place of those that were there, and remembers them as long as the text is the same. */
export async function publishFindings(
  workbench: Workbench,
  document: TextDocument,
  connection: Connection,
  findings: readonly AccountFinding[],
): Promise<void> {
  const diagnostics = findings.map(({ at, severity, message }) => {
    const range = new Range(document.positionAt(at.offset), document.positionAt(at.offset + at.length));
    const diagnostic = new Diagnostic(range, visibleLine(message), severities[severity]);
    diagnostic.source = 'ecs account';
    return diagnostic;
  });
  const place = await placeOf(connection);
  workbench.own(AccountFindings).set(document.uri, diagnostics, { place, text: document.getText(), findings });
}

/** What was found when the same text was last held against the same account; undefined where it was not. */
export async function knownFindings(
  workbench: Workbench,
  document: TextDocument,
  connection: Connection,
): Promise<readonly AccountFinding[] | undefined> {
  const known = workbench.own(AccountFindings).get(document.uri);
  if (!known || known.text !== document.getText()) return undefined;
  return known.place === (await placeOf(connection)) ? known.findings : undefined;
}

async function placeOf(connection: Connection): Promise<string> {
  return `${(await connection.identity()).account} ${connection.region}`;
}

/** What a text was found to be in one account and Region. */
interface Verified {
  place: string;
  text: string;
  findings: readonly AccountFinding[];
}

/** What was found is true of the file as it was: an edit takes it away. */
class AccountFindings implements Disposable {
  readonly #collection = languages.createDiagnosticCollection('ecs account');
  readonly #verified = new Map<string, Verified>();
  readonly #subscriptions = [
    this.#collection,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.#forget(document.uri);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
  ];

  get(uri: Uri): Verified | undefined {
    return this.#verified.get(uri.toString());
  }

  set(uri: Uri, diagnostics: readonly Diagnostic[], verified: Verified): void {
    this.#collection.set(uri, diagnostics);
    this.#verified.set(uri.toString(), verified);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #forget(uri: Uri): void {
    this.#collection.delete(uri);
    this.#verified.delete(uri.toString());
  }
}
