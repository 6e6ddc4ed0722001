import { l10n, type TextDocument } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { isWrong } from '../../../verify/accountFinding.ts';
import type { Workbench } from '../../common/workbench.ts';
import { AccountFindings } from './accountFindings.ts';

/** Findings that are named; of the others, how many there are. */
const most = 3;

/** What Verify Against Account found of the text that is about to be registered, or that it was not run on it. */
export async function verifiedLines(
  workbench: Workbench,
  document: TextDocument,
  connection: Connection,
): Promise<string[]> {
  const findings = await workbench.own(AccountFindings).known(document, connection);
  if (!findings)
    return [l10n.t('Not verified against the account: Verify Against Account looks whether what it names is there.')];
  const wrong = findings.filter(isWrong);
  const unknown = findings.filter(({ severity }) => severity === 'info').length;
  const left = wrong.length - most;
  return [
    wrong.length === 0
      ? l10n.t('Verified against the account: nothing that could be checked is wrong.')
      : l10n.t('Verified against the account, this is not right:'),
    ...wrong.slice(0, most).map(({ message }) => `• ${message}`),
    ...(left > 0 ? [`• ${l10n.t('… and {0} more', left)}`] : []),
    ...(unknown > 0 ? [l10n.t('{0} could not be checked.', unknown)] : []),
  ];
}
