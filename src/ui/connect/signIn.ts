import { l10n, window } from 'vscode';
import { fetchSharedConfig, type SharedConfig, sourceChain } from '../../aws/profile/configFiles.ts';
import { configuredEndpoint } from '../../aws/profile/endpoints.ts';
import { signInMethod, signInProfiles } from '../../aws/profile/signInMethod.ts';
import { ssoSessionOf } from '../../aws/profile/ssoSession.ts';
import { shellQuoted } from '../../ecs/text/commandLine.ts';
import { getSetting } from '../common/settings.ts';
import { showInformation } from '../common/messages.ts';
import { UserError } from '../common/userError.ts';
import type { Workbench } from '../common/workbench.ts';
import { pickOne } from '../common/pick/pickOne.ts';
import { makeChoiceActive, rootOf } from './chooseConnection.ts';
import { signInWithProgress } from './signInWithProgress.ts';

export const failure = (): string => l10n.t('You are not signed in.');

/** Renews the credentials of a row's connection, or of the active one, in the way its profile is made for. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const { connections } = workbench;
  const config = await fetchSharedConfig();
  const profile = (rootOf(node) ?? connections.wanted).profile || (await profileInUse(workbench, config));
  const section = config.profiles.get(profile);
  if (!section) throw new UserError(l10n.t('AWS profile “{0}” is not in your AWS configuration files.', profile));
  switch (signInMethod(sourceChain(config, profile))) {
    case 'identityCenter':
      await signInToIdentityCenter(workbench, config, profile);
      break;
    case 'awsLogin':
      return offerAwsLogin(profile);
    case 'mfa':
      break;
    case 'own':
      throw new UserError(
        l10n.t(
          'Profile “{0}” does not use IAM Identity Center. Renew its credentials as you did before: it is noticed by itself.',
          profile,
        ),
      );
  }
  await connections.renew(profile);
}

/** The default profile; where there is none, one to sign in to, which is in use from then on. */
async function profileInUse(workbench: Workbench, config: SharedConfig): Promise<string> {
  const names = signInProfiles(config);
  if (names.length === 0 || signInMethod(sourceChain(config, 'default')) !== 'own') return 'default';
  const items = names.map((label) => ({ label, description: config.profiles.get(label)?.['region'] ?? '' }));
  const placeHolder = l10n.t('Profile to sign in with; the window uses it from now on');
  const { label: profile, description } = await pickOne(items, { title: l10n.t('Sign In to AWS'), placeHolder });
  await makeChoiceActive(workbench, { profile, region: description || workbench.connections.wanted.region || '' });
  return profile;
}

async function signInToIdentityCenter(workbench: Workbench, config: SharedConfig, profile: string): Promise<void> {
  const session = ssoSessionOf(config, profile);
  if (!session) return;
  const endpoint = configuredEndpoint('ssoOidc', {
    setting: getSetting('ecs.endpointUrl'),
    env: process.env,
    config,
    profile: config.profiles.get(profile),
  });
  await signInWithProgress(workbench, session, endpoint);
  void showInformation(l10n.t('Signed in to AWS: profile “{0}” can be used.', profile));
}

/** The AWS CLI alone can do this one; the person sees what is run. */
function offerAwsLogin(profile: string): void {
  const title = l10n.t('Run in Terminal');
  const text = l10n.t('Profile “{0}” is signed in with “aws login” of the AWS CLI.', profile);
  void showInformation(text, title).then((button) => {
    if (button !== title) return;
    const terminal = window.createTerminal({ name: l10n.t('AWS sign-in') });
    terminal.show();
    terminal.sendText(`aws login --profile ${shellQuoted(profile)}`);
  });
}
