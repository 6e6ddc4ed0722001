import * as l10n from '@vscode/l10n';
import { type ConfigSection, type SharedConfig, sourceChain } from '../profile/configFiles.ts';
import { AwsError, toAwsError } from '../errors.ts';
import { ssoSessionOf } from '../profile/ssoSession.ts';

/** Settings by which a profile says where its credentials come from. */
const sources = [
  'aws_access_key_id',
  'aws_secret_access_key',
  'role_arn',
  'web_identity_token_file',
  'credential_process',
  'sso_session',
  'sso_start_url',
  'login_session',
];

/** Whether a profile says where its credentials come from; one that has a Region alone leaves it to the machine. */
export function namesSource(section: ConfigSection | undefined): boolean {
  return sources.some((name) => section?.[name]);
}

/** What the SDK threw on its way to a profile's credentials, with the reason that a person can mend. */
export function profileError(thrown: unknown, config: SharedConfig, profile: string): AwsError {
  const error = toAwsError(thrown);
  if (error === thrown) return error;
  const forbidden = error.kind === 'denied' && ssoRefusal(config, profile);
  if (forbidden) return new AwsError('denied', forbidden, { code: profile, cause: thrown });
  const own = ['credentialSource', 'noCredentials', 'badProfile', 'unknown'];
  if (!own.includes(error.kind)) return error;
  const message = sessionProblem(config, profile) ?? sourceProblem(error.message, profile) ?? reasonOf(error.message);
  return new AwsError('credentialSource', message, { code: profile, cause: thrown });
}

/** The SDK stumbles over a session that is missing. */
function sessionProblem(config: SharedConfig, profile: string): string | undefined {
  try {
    ssoSessionOf(config, profile);
    return undefined;
  } catch (error) {
    return error instanceof AwsError ? error.message : undefined;
  }
}

/** Says in the words of the files which link of the chain is missing. */
function sourceProblem(message: string, profile: string): string | undefined {
  const [, missing] = /^Could not resolve credentials using profile: \[(.*)\]/.exec(message) ?? [];
  if (missing === undefined) return undefined;
  return missing === profile
    ? l10n.t('Its section is incomplete: a key lacks its secret, or a role its source_profile or credential_source.')
    : l10n.t('The profile “{0}”, from which it takes them, is missing or has none.', missing);
}

function ssoRefusal(config: SharedConfig, profile: string): string | undefined {
  const section = sourceChain(config, profile).find((link) => link['sso_account_id']);
  if (!section) return undefined;
  const { sso_role_name: role = '', sso_account_id: account = '' } = section;
  return l10n.t('IAM Identity Center does not give you the role {0} in account {1}.', role, account);
}

/** What a credential_process wrote says more than its command line, which may hold what nobody should read. */
function reasonOf(message: string): string {
  if (!message.startsWith('Command failed:')) return message.split('\n')[0] ?? message;
  const written = message.split('\n').slice(1).join(' ').trim();
  return written
    ? l10n.t('credential_process failed: {0}', written)
    : l10n.t('credential_process failed: it wrote no reason.');
}
