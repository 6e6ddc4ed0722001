import { isAboutService } from '../../../taskdef/document/content.ts';
import { l10n, ProgressLocation, window } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { AccountFinding } from '../../../verify/accountFinding.ts';
import { verifyServiceFile } from '../../../verify/verifyServiceFile.ts';
import { verifyTaskDefinition } from '../../../verify/verifyTaskDefinition.ts';
import { type AccountClaim, accountClaims } from '../../../taskdef/register/accountClaims.ts';
import { abortSignalOf } from '../../common/cancellation.ts';
import type { ReadDocument } from '../../common/documents/readDocument.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { goToFile } from '../../common/waysOut.ts';
import { AccountFindings } from './accountFindings.ts';

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
  { document, kind, source, context: { siblings }, inFile }: ReadDocument,
  connection: Connection,
): Promise<VerifiedDocument> {
  if (kind === 'other')
    throw new UserError(l10n.t('Open a task-definition or service-definition file first.'), goToFile());
  const claims = isAboutService(kind) ? [] : accountClaims(source);
  const found = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Verifying against the account'), cancellable: true },
    (_progress, token) => {
      const context = { signal: abortSignalOf(token) };
      if (isAboutService(kind)) return verifyServiceFile(connection, source, context);
      return verifyTaskDefinition(connection, { source, claims, siblings }, context);
    },
  );
  const findings = found.map((finding) => ({ ...finding, at: inFile(finding.at) }));
  await workbench.own(AccountFindings).publish(document, connection, findings);
  return { claims: claims.map((claim) => ({ ...claim, at: inFile(claim.at) })), findings };
}
