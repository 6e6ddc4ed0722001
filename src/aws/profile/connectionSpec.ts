import * as l10n from '@vscode/l10n';
import { type ConfigSection, configProblemOf, type SharedConfig, sourceChain } from './configFiles.ts';
import { configuredEndpoint, type EndpointName, endpointNames, endpointProblem, type Endpoints } from './endpoints.ts';
import { AwsError } from '../errors.ts';
import { looksLikeRegion } from '../../ecs/regions.ts';
import { type SignInMethod, signInMethod } from './signInMethod.ts';

/** What a person asked for: empty members fall back to the environment, then to the config files. */
export interface ConnectionRequest {
  profile?: string | undefined;
  region?: string | undefined;
  endpointUrl?: string | undefined;
  /** False in an untrusted workspace, where no `credential_process` is run. */
  trusted: boolean;
}

/** Everything a connection is made from; two specs with the same `id` reach the same account the same way. */
export interface ConnectionSpec {
  id: string;
  /** The same for specs that get their credentials from the same place in the same way, in whichever Region. */
  credentialsId: string;
  /** Undefined when credentials come from the environment rather than from a profile. */
  profile: string | undefined;
  region: string;
  endpoints: Endpoints;
  /** What a person does when the credentials have run out. */
  signIn: SignInMethod;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Resolves profile, Region and endpoints in the AWS CLI's order: the request, the environment, the chosen profile.
 * Throws AwsError badConfig, badProfile, notConfigured, noCredentials, noRegion, badRegion, badEndpoint or untrusted;
 * reads no network.
 */
export function resolveConnectionSpec(request: ConnectionRequest, env: Env, config: SharedConfig): ConnectionSpec {
  const profile = chosenProfile(request, env);
  const section = profile === undefined ? undefined : config.profiles.get(profile);
  if (profile !== undefined && !section && namedProfile(request, env)) {
    throw new AwsError('badProfile', `There is no profile “${profile}” in the AWS configuration files.`, {
      code: profile,
    });
  }
  const broken = profile === undefined ? undefined : configProblemOf(config, profile);
  if (broken) throw new AwsError('badConfig', broken.message, { code: profile ?? '' });
  const chain = profile === undefined ? [] : sourceChain(config, profile);
  if (!request.trusted && chain.some((link) => link['credential_process'])) {
    const text = l10n.t('Profile “{0}” runs a credential_process, which needs a trusted workspace.', profile ?? '');
    throw new AwsError('untrusted', text);
  }
  const region = chosenRegion(request, env, section);
  if (region === undefined) throw withoutRegion(profile, config);
  const endpoints = resolveEndpoints(request, env, config, section);
  return {
    id: [profile ?? '', region, ...Object.values(endpoints).map((url) => url ?? '')].join('|'),
    credentialsId: [profile ?? '', endpoints.sso ?? '', endpoints.sts ?? ''].join('|'),
    profile,
    region,
    endpoints,
    signIn: signInMethod(chain),
  };
}

function namedProfile(request: ConnectionRequest, env: Env): string | undefined {
  return request.profile || env['AWS_PROFILE'] || env['AWS_DEFAULT_PROFILE'];
}

/** Credentials in the environment come before the default profile, but not before a profile that was named. */
function chosenProfile(request: ConnectionRequest, env: Env): string | undefined {
  const named = namedProfile(request, env);
  if (named) return named;
  return env['AWS_ACCESS_KEY_ID'] && env['AWS_SECRET_ACCESS_KEY'] ? undefined : 'default';
}

/** A Region is of use to nobody without credentials, and most profiles bring their own: those are asked for first. */
function withoutRegion(profile: string | undefined, config: SharedConfig): AwsError {
  if (profile === undefined || config.profiles.has(profile)) return new AwsError('noRegion', 'No Region is chosen.');
  if (config.profiles.size === 0) return notConfigured();
  return new AwsError('noCredentials', 'No profile is chosen, and there is none that is called “default”.');
}

/** That there is no profile at all. */
export function notConfigured(): AwsError {
  return new AwsError('notConfigured', 'There is no profile in the AWS configuration files.');
}

function chosenRegion(request: ConnectionRequest, env: Env, section: ConfigSection | undefined): string | undefined {
  const region = request.region || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || section?.['region'];
  if (!region) return undefined;
  if (!looksLikeRegion(region)) throw new AwsError('badRegion', `“${region}” is not a Region.`, { code: region });
  return region;
}

function resolveEndpoints(
  request: ConnectionRequest,
  env: Env,
  config: SharedConfig,
  profile: ConfigSection | undefined,
): Endpoints {
  const resolve = (service: EndpointName): string | undefined => {
    const endpoint = configuredEndpoint(service, { setting: request.endpointUrl, env, config, profile });
    const problem = endpoint === undefined ? undefined : endpointProblem(endpoint);
    if (problem) throw new AwsError('badEndpoint', problem);
    return endpoint;
  };
  return Object.fromEntries(endpointNames.map((service) => [service, resolve(service)])) as Endpoints;
}
