import { type ConfigSection, type SharedConfig, sourceChain } from './configFiles.ts';

/**
 * How a profile's credentials are renewed: through IAM Identity Center, with `aws login` of the AWS CLI, with an MFA
 * code, or by something that only the person knows.
 */
export type SignInMethod = 'identityCenter' | 'awsLogin' | 'mfa' | 'own';

/** The method of a profile, from its section and those it takes its credentials from. */
export function signInMethod(chain: readonly ConfigSection[]): SignInMethod {
  const has = (key: string): boolean => chain.some((link) => link[key]);
  if (has('sso_session') || has('sso_start_url')) return 'identityCenter';
  if (has('login_session')) return 'awsLogin';
  return has('mfa_serial') ? 'mfa' : 'own';
}

/** The profiles that a person signs in to in a browser. */
export function signInProfiles(config: SharedConfig): string[] {
  const methods: readonly SignInMethod[] = ['identityCenter', 'awsLogin'];
  return [...config.profiles.keys()].filter((name) => methods.includes(signInMethod(sourceChain(config, name))));
}
