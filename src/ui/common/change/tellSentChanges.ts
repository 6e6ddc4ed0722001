import { commands, l10n } from 'vscode';
import type { SentChange } from '../../../aws/connection/changeJournal.ts';
import { showWarning } from '../messages.ts';
import type { SentChanges } from './sentChanges.ts';

/** Tells of the changes whose answer an earlier window did not live to see. */
export async function tellSentChanges(sent: SentChanges): Promise<void> {
  const { left } = sent;
  const look = l10n.t('Show ECS View');
  const answers = left.map((change) => showWarning(textOf(change), look));
  sent.clearLeft();
  if ((await Promise.all(answers)).includes(look)) await commands.executeCommand('ecs.explorer.focus');
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
