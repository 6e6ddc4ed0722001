import { visibleLine } from '../../../ecs/text/visibleText.ts';
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
import { abortSignalOf } from '../../common/cancellation.ts';
import type { ReadDocument } from '../../common/documents/readDocument.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';

/** What a file takes for granted about the account, and what of it is not so. Places are those in the file. */
export interface VerifiedDocument {
  claims: AccountClaim[];
  findings: AccountFinding[];
}

/**
 * Holds a file against the account and puts what is found into Problems as well. Can be left by the button of its
 * notification. Throws a UserError for a file that is not ours.
 */
export async function verifyDocument(
  workbench: Workbench,
  { document, kind, source, inFile }: ReadDocument,
  connection: Connection,
): Promise<VerifiedDocument> {
  if (kind === 'other') throw new UserError(l10n.t('Open a task-definition or service-definition file first.'));
  const claims = kind === 'service' ? [] : accountClaims(source);
  const found = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Verifying against the account'), cancellable: true },
    (_progress, token) => {
      const context = { signal: abortSignalOf(token) };
      if (kind === 'service') return verifyServiceFile(connection, source, context);
      return verifyClaims(connection, claims, context);
    },
  );
  const findings = found.map((finding) => ({ ...finding, at: inFile(finding.at) }));
  publishFindings(workbench, document, findings);
  return { claims: claims.map((claim) => ({ ...claim, at: inFile(claim.at) })), findings };
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
    const diagnostic = new Diagnostic(range, visibleLine(message), severities[severity]);
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
