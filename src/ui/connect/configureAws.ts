import { l10n, window } from 'vscode';
import { hasAwsCli } from '../../aws/profile/awsCli.ts';
import { UserError } from '../common/userError.ts';
import { openConfigFile } from '../common/waysOut.ts';

export const failure = (): string => l10n.t('No profile was made.');

/** Has the AWS CLI ask for keys and Region in a terminal; what it writes is noticed by itself. */
export async function run(): Promise<void> {
  if (!(await hasAwsCli(process.env))) {
    throw new UserError(
      l10n.t('The AWS CLI is not on this machine. A profile can be written by hand as well.'),
      openConfigFile(),
    );
  }
  const terminal = window.createTerminal({ name: l10n.t('AWS profile') });
  terminal.show();
  terminal.sendText('aws configure');
}
