import { CancellationError, commands, l10n, type TextDocument, window } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { type AccountFinding, isWrong } from '../../../verify/accountFinding.ts';
import { parseSecret, type SecretReference, verifySecretKey } from '../../../verify/verifySecret.ts';
import type { AccountClaim } from '../../../taskdef/register/accountClaims.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chooseDocument } from '../../common/documents/chooseDocument.ts';
import { fillKnownPlaceholders } from '../../common/documents/fillPlaceholders.ts';
import { readWithSiblings } from '../../common/documents/readDocument.ts';
import { AccountFindings } from './accountFindings.ts';
import { verifyDocument } from './verifyDocument.ts';
import { showInformation, showWarning } from '../../common/messages.ts';
import { offer } from '../../common/offer.ts';
import { showProblems } from '../../common/waysOut.ts';

export const failure = (): string => l10n.t('The file was not verified.');

/** Holds a task-definition file against the account, with calls that only read, and puts all findings into Problems. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const document = await chooseDocument(argument);
  const connection = await workbench.connections.forUri(document.uri);
  const read = await fillKnownPlaceholders(await readWithSiblings(document));
  const { claims, findings } = await verifyDocument(workbench, read, connection);
  const keyed = claims.flatMap((claim) => keyOf(claim) ?? []);
  void tell(workbench, document, connection, { findings, keyed });
}

/** A claim about a key within a secret. */
interface KeyedSecret {
  claim: AccountClaim;
  reference: SecretReference;
}

function keyOf(claim: AccountClaim): KeyedSecret | undefined {
  const reference = claim.kind === 'secret' ? parseSecret(claim.valueFrom) : undefined;
  return reference?.jsonKey === undefined ? undefined : { claim, reference };
}

async function tell(
  workbench: Workbench,
  document: TextDocument,
  connection: Connection,
  { findings, keyed }: { findings: AccountFinding[]; keyed: KeyedSecret[] },
): Promise<void> {
  const wrong = findings.filter(isWrong).length;
  const unknown = findings.filter(({ severity }) => severity === 'info').length;
  const checkKeys = l10n.t('Check a JSON Key…');
  const problems = showProblems();
  const buttons = [...(findings.length > 0 ? [problems.title] : []), ...(keyed.length > 0 ? [checkKeys] : [])];
  const text =
    wrong > 0
      ? wrong === 1
        ? l10n.t('1 thing that the file needs is not right in the account; see Problems.')
        : l10n.t('{0} things that the file needs are not right in the account; see Problems.', wrong)
      : l10n.t('Nothing that could be checked is wrong in the account.');
  const remark = unknown > 0 ? ` ${l10n.t('{0} could not be checked.', unknown)}` : '';
  const answer = await (wrong > 0
    ? showWarning(text + remark, ...buttons)
    : showInformation(text + remark, ...buttons));
  if (answer === problems.title) await commands.executeCommand(problems.command);
  if (answer === checkKeys) await checkKey(workbench, document, connection, { findings, keyed });
}

/** Reads the value of the one secret that the person picks; of it nothing is shown but whether it has the key. */
async function checkKey(
  workbench: Workbench,
  document: TextDocument,
  connection: Connection,
  { findings, keyed }: { findings: AccountFinding[]; keyed: KeyedSecret[] },
): Promise<void> {
  const items = keyed.map((one) => ({
    label: one.reference.jsonKey ?? '',
    description: one.reference.secretArn,
    one,
  }));
  const placeHolder = l10n.t('Its value is read, and not shown');
  const picked = await window.showQuickPick(items, { title: l10n.t('Check a JSON Key'), placeHolder });
  if (!picked) throw new CancellationError();
  const { claim, reference } = picked.one;
  const verdicts = await verifySecretKey(connection, reference, { signal: new AbortController().signal });
  const found = verdicts.map((verdict) => ({ ...verdict, at: claim.at }));
  await workbench.own(AccountFindings).publish(document, connection, [...findings, ...found]);
  const text = found[0]?.message ?? l10n.t('The secret has the key {0}.', reference.jsonKey ?? '');
  if (found.length > 0) offer('warning', text, showProblems());
  else void showInformation(text);
}
