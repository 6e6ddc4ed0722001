import * as l10n from '@vscode/l10n';
import { type ConfigSection, type SharedConfig, sourceChain } from './configFiles.ts';
import { AwsError } from '../errors.ts';

/** What a profile signs in to at IAM Identity Center. */
export interface SsoSession {
  /** Name of the `sso-session` section, or the start URL where the profile has no such section. */
  readonly name: string;
  readonly startUrl: string;
  readonly region: string;
  readonly scopes: readonly string[];
}

/** Without it no token is given that could be refreshed. Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html */
const defaultScopes = ['sso:account:access'];

/**
 * The session of a profile, or of one it takes its credentials from; undefined when it has none. Throws AwsError
 * credentialSource when the files say it incompletely.
 */
export function ssoSessionOf(config: SharedConfig, profile: string): SsoSession | undefined {
  const section = sourceChain(config, profile).find((link) => link['sso_session'] ?? link['sso_start_url']);
  if (!section) return undefined;
  const named = section['sso_session'];
  if (named === undefined)
    return toSession(section['sso_start_url'] ?? '', section, (key) =>
      l10n.t('The profile “{0}” lacks {1}.', profile, key),
    );
  const session = config.sessions.get(named);
  if (session) return toSession(named, session, (key) => l10n.t('The sso-session “{0}” lacks {1}.', named, key));
  const message = l10n.t('There is no sso-session “{0}” in the AWS configuration files.', named);
  throw new AwsError('credentialSource', message, { code: profile });
}

/** Whether signing in with one profile signs in the other, too. */
export function sharesSignIn(config: SharedConfig, one: string, other: string): boolean {
  const name = tokenName(config, one);
  return name !== undefined && name === tokenName(config, other);
}

function tokenName(config: SharedConfig, profile: string): string | undefined {
  try {
    return ssoSessionOf(config, profile)?.name;
  } catch {
    return undefined;
  }
}

function toSession(name: string, section: ConfigSection, lacks: (key: string) => string): SsoSession {
  const startUrl = section['sso_start_url'];
  const region = section['sso_region'];
  if (!startUrl || !region) {
    throw new AwsError('credentialSource', lacks(startUrl ? 'sso_region' : 'sso_start_url'));
  }
  const scopes = section['sso_registration_scopes']?.split(',').map((scope) => scope.trim());
  return { name, startUrl, region, scopes: scopes?.filter(Boolean) ?? defaultScopes };
}
