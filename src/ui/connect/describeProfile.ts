import { l10n } from 'vscode';
import type { ConfigSection } from '../../aws/profile/configFiles.ts';
import { parseArn } from '../../ecs/arn.ts';

/** How a profile gets its credentials, in the words of the AWS documentation, and the account where the files say it. */
export function describeProfile(section: ConfigSection): string {
  const account = section['sso_account_id'] ?? parseArn(section['role_arn'] ?? '')?.account;
  return [kindOf(section), account].filter(Boolean).join(' · ');
}

function kindOf(section: ConfigSection): string | undefined {
  if (section['sso_session'] ?? section['sso_start_url']) return l10n.t('IAM Identity Center');
  if (section['login_session']) return l10n.t('aws login');
  if (section['role_arn']) return l10n.t('role');
  if (section['credential_process']) return l10n.t('credential process');
  return section['aws_access_key_id'] ? l10n.t('access key') : undefined;
}
