import { l10n } from 'vscode';
import { type AwsError, type AwsErrorKind, httpStatus } from '../../aws/errors.ts';
import { isOptIn } from '../../ecs/regions.ts';
import { openConfigFile, type WayOut } from './waysOut.ts';

/** A failure in plain words, and at most one way out of it. */
export interface ErrorText {
  message: string;
  /** The same beside the name of the connection that it is about, where it keeps that from being used. */
  short?: string | undefined;
  wayOut?: WayOut | undefined;
  /** Whether the same may well work when it is begun anew. */
  again?: boolean;
}

/** What the failure happened with, for words that name it. */
export interface ErrorContext {
  profile?: string | undefined;
  region?: string | undefined;
}

/** What went wrong in one sentence or two, as a person would say it. */
export function describeAwsError(error: AwsError, context: ErrorContext = {}): ErrorText {
  return texts[error.kind](error, context);
}

function mayBeDisabled({ code }: AwsError, region: string | undefined): boolean {
  return code === 'UnrecognizedClientException' && isOptIn(region ?? '');
}

/** A text of its own says which status came. */
function isErrorStatus({ cause }: AwsError): boolean {
  return (httpStatus(cause) ?? 200) >= 300;
}

const signIn = (): WayOut => ({ title: l10n.t('Sign In'), command: 'ecs.signIn' });
const selectProfile = (): WayOut => ({ title: l10n.t('Select Profile'), command: 'ecs.selectProfile' });
const selectRegion = (): WayOut => ({ title: l10n.t('Select Region'), command: 'ecs.selectRegion' });
const refresh = (): WayOut => ({ title: l10n.t('Refresh'), command: 'ecs.refresh' });

const texts: Record<AwsErrorKind, (error: AwsError, context: ErrorContext) => ErrorText> = {
  aborted: () => ({ message: l10n.t('Cancelled.') }),
  badConfig: (error) => ({
    message: error.message,
    short: l10n.t('Your AWS configuration files cannot be read.'),
    wayOut: openConfigFile(),
  }),
  badEndpoint: (error) => ({
    message: l10n.t('The configured endpoint cannot be used: {0}', error.message),
    short: l10n.t('The configured endpoint cannot be used.'),
  }),
  badProfile: (error, { profile }) => ({
    message: l10n.t('AWS profile “{0}” is not in your AWS configuration files.', profile ?? error.code ?? ''),
    short: l10n.t('This profile is not in your AWS configuration files.'),
    wayOut: selectProfile(),
  }),
  badRegion: (error, { region }) => ({
    message: l10n.t('“{0}” is not an AWS Region.', region ?? error.code ?? ''),
    short: l10n.t('This is not an AWS Region.'),
    wayOut: selectRegion(),
  }),
  changed: (error) => ({ message: error.message }),
  clockSkew: () => ({
    message: l10n.t('AWS refused the request because the clock of this machine is wrong. Set it, then try again.'),
    again: true,
  }),
  credentialSource: (error, { profile }) => ({
    message: l10n.t('Profile “{0}” gives no credentials: {1}', profile ?? error.code ?? '', error.message),
    short: l10n.t('Its profile gives no credentials.'),
    wayOut: selectProfile(),
  }),
  denied: (error) => ({
    message: error.permission
      ? l10n.t('Your AWS identity is not allowed to call {0}.', error.permission)
      : l10n.t('Your AWS identity is not allowed to do this: {0}', error.message),
    wayOut: selectProfile(),
  }),
  ended: ({ code }) => ({
    message:
      code === 'not-sent'
        ? l10n.t(
            'The connection was changed while you were asked, so nothing was sent. Start again to see what holds now.',
          )
        : l10n.t('The connection was changed before this was done. Start again to see what holds now.'),
    again: true,
  }),
  expired: (_error, { profile }) => ({
    message: profile
      ? l10n.t('The AWS credentials of profile “{0}” have expired.', profile)
      : l10n.t('The AWS credentials have expired.'),
    short: l10n.t('Nobody is signed in, or the credentials have expired.'),
    wayOut: signIn(),
  }),
  invalid: (error) => ({ message: l10n.t('AWS refused the request: {0}', error.message) }),
  invalidCredentials: (error, { profile, region }) => ({
    // A Region that the account has not enabled does not know its keys, and says no more than that.
    message: mayBeDisabled(error, region)
      ? l10n.t(
          'AWS does not accept the credentials in {0}: they are wrong, or the account has not enabled this Region.',
          region ?? '',
        )
      : profile
        ? l10n.t('AWS does not accept the credentials of profile “{0}”.', profile)
        : l10n.t('AWS does not accept the credentials.'),
    short: l10n.t('AWS does not accept its credentials.'),
    wayOut: selectProfile(),
  }),
  malformed: (error) => ({
    message: isErrorStatus(error)
      ? l10n.t(
          'The server answered with status {0} and a text that is not from AWS. A proxy, VPN or firewall may have answered in its place.',
          httpStatus(error.cause) ?? '',
        )
      : l10n.t('The answer could not be read; something between here and AWS garbled it.'),
    again: true,
  }),
  mfaNeeded: (_error, { profile }) => ({
    message: l10n.t('Profile “{0}” needs an MFA code.', profile ?? 'default'),
    short: l10n.t('It waits for an MFA code.'),
    wayOut: signIn(),
  }),
  network: (error, { region }) => ({
    message:
      error.code === 'ENOTFOUND' && region
        ? l10n.t('No AWS endpoint was found for Region “{0}”. Check the Region and your network.', region)
        : l10n.t('AWS could not be reached ({0}). Check your network, VPN or proxy.', error.code ?? error.message),
    again: true,
  }),
  noCredentials: (_error, { profile }) => ({
    message: profile
      ? l10n.t('No AWS credentials were found for profile “{0}”.', profile)
      : l10n.t('No AWS credentials were found.'),
    short: l10n.t('There are no credentials for it.'),
    wayOut: selectProfile(),
  }),
  noRegion: () => ({
    message: l10n.t('No AWS Region is chosen.'),
    short: l10n.t('No Region is chosen.'),
    wayOut: selectRegion(),
  }),
  notConfigured: () => ({
    message: l10n.t('There is no AWS profile on this machine yet.'),
    short: l10n.t('There is no AWS profile on this machine yet.'),
    wayOut: openConfigFile(),
  }),
  notFound: (error) => ({ message: error.message }),
  refused: (error) => ({ message: error.message }),
  server: (error) => ({ message: l10n.t('AWS had a problem of its own: {0}', error.message), again: true }),
  signInDeclined: (error) => ({
    message: l10n.t('The request was declined in the browser: {0}', error.message),
    wayOut: signIn(),
  }),
  signInTimedOut: () => ({
    message: l10n.t('Nobody confirmed it in the browser in time.'),
    wayOut: signIn(),
  }),
  throttled: () => ({
    message: l10n.t('AWS is throttling requests of this account. Others, such as a pipeline, may be using it too.'),
    again: true,
  }),
  uncertain: (error) => ({
    message: l10n.t(
      'AWS did not answer {0}, so it is not known whether it was carried out. Refresh before you try again.',
      error.operation ?? '',
    ),
    wayOut: refresh(),
  }),
  unknown: (error) => ({ message: error.message }),
  unsupported: (error) => ({
    message: l10n.t('The endpoint does not know {0}.', error.operation ?? error.message),
  }),
  untrusted: (error) => ({ message: error.message }),
};
