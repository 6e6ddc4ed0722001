import { l10n, window } from 'vscode';
import { AwsError } from '../../../aws/errors.ts';

/** Asks for the code of an MFA device. Throws AwsError mfaNeeded when the box is left. */
export async function promptForMfaCode(serial: string): Promise<string> {
  const code = await window.showInputBox({
    title: l10n.t('MFA code'),
    prompt: l10n.t('Enter the current code of {0}', serial),
    ignoreFocusOut: true,
    validateInput: (text) => (/^\d{6,8}$/.test(text.trim()) ? undefined : l10n.t('A code has six to eight digits.')),
  });
  if (code === undefined) throw new AwsError('mfaNeeded', 'No MFA code was entered.');
  return code.trim();
}
