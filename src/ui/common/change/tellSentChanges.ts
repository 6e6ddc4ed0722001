import { l10n } from 'vscode';
import type { SentChange } from '../../../aws/connection/changeJournal.ts';
import { offer } from '../offer.ts';
import { showRows } from '../waysOut.ts';
import type { SentChanges } from './sentChanges.ts';

/** Tells of the changes whose answer an earlier window did not live to see. */
export function tellSentChanges(sent: SentChanges): void {
  for (const change of sent.left) offer('warning', textOf(change), showRows());
  if (sent.left.length > 0) sent.clearLeft();
}

function textOf({ title, operations, profile, region, account, sentAt }: SentChange): string {
  return l10n.t(
    'VS Code closed before AWS answered: {0} ({1}, profile {2}, account {3}, {4}), sent {5}. Look whether it was done before you do it again.',
    title,
    operations.join(', '),
    profile,
    account,
    region,
    new Date(sentAt).toLocaleString(),
  );
}
