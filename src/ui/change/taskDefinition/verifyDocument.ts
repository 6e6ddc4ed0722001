import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  l10n,
  languages,
  ProgressLocation,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { AccountFinding } from '../../../verify/accountFinding.ts';
import { verifyClaims } from '../../../verify/verifyClaims.ts';
import { verifyServiceFile } from '../../../verify/verifyServiceFile.ts';
import { type AccountClaim, accountClaims } from '../../../taskdef/register/accountClaims.ts';
import { parseDocument, type SourceDocument } from '../../../taskdef/document/document.ts';
import { abortSignalOf } from '../../common/cancellation.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';

/** Findings of a file, put into Problems as well. Can be left by the button of its notification. */
export async function verifyDocument(
  workbench: Workbench,
  document: TextDocument,
  connection: Connection,
): Promise<AccountFinding[]> {
  const source = parseDocument(document.getText(), { path: document.uri.path });
  const claims = claimsOf(source);
  const findings = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Verifying against the account'), cancellable: true },
    (_progress, token) => {
      const context = { signal: abortSignalOf(token) };
      if (source.kind === 'service') return verifyServiceFile(connection, source, context);
      return verifyClaims(connection, claims, context);
    },
  );
  publishFindings(workbench, document, findings);
  return findings;
}

/** What a file takes for granted about the account. Throws a UserError for one that is not ours. */
export function claimsOf(source: SourceDocument): AccountClaim[] {
  if (source.kind === 'other') throw new UserError(l10n.t('Open a task-definition or service-definition file first.'));
  return source.kind === 'service' ? [] : accountClaims(source);
}

const severities: Record<AccountFinding['severity'], DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Puts findings into Problems, in the place of those that were there. */
export function publishFindings(
  workbench: Workbench,
  document: TextDocument,
  findings: readonly AccountFinding[],
): void {
  const diagnostics = findings.map(({ at, severity, message }) => {
    const range = new Range(document.positionAt(at.offset), document.positionAt(at.offset + at.length));
    const diagnostic = new Diagnostic(range, message, severities[severity]);
    diagnostic.source = 'ecs account';
    return diagnostic;
  });
  workbench.own(AccountFindings).set(document.uri, diagnostics);
}

/** What was found is true of the file as it was: an edit takes it away. */
class AccountFindings implements Disposable {
  readonly #collection = languages.createDiagnosticCollection('ecs account');
  readonly #subscriptions = [
    this.#collection,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.#collection.delete(document.uri);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)),
  ];

  set(uri: Uri, diagnostics: readonly Diagnostic[]): void {
    this.#collection.set(uri, diagnostics);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
