import * as l10n from '@vscode/l10n';
import type { ConfigSection, SharedConfig } from './configFiles.ts';
import { type ServiceName, services } from '../sdk/services.ts';

/** What can have an endpoint of its own: the services that we call, and those that sign-in and credential chain call. */
export type EndpointName = ServiceName | 'sso' | 'ssoOidc';

export type Endpoints = Readonly<Record<EndpointName, string | undefined>>;

const named: Readonly<Record<EndpointName, { id: string }>> = {
  ...services,
  sso: { id: 'sso' },
  ssoOidc: { id: 'sso_oidc' },
};

export const endpointNames = Object.keys(named) as EndpointName[];

export interface EndpointSources {
  /** The `ecs.endpointUrl` setting; machine-scoped, so a workspace cannot set it. */
  setting?: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
  config: SharedConfig;
  /** Section of the chosen profile. */
  profile?: ConfigSection | undefined;
}

/**
 * The endpoint configured for a service, or undefined for AWS's own. The SDK reads `endpoint_url` of the profile in
 * AWS_PROFILE only, so the order of the AWS CLI is followed here for whichever profile is chosen.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function configuredEndpoint(service: EndpointName, sources: EndpointSources): string | undefined {
  const { setting, env, config, profile } = sources;
  if (setting) return setting;
  const ignore = env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] || profile?.['ignore_configured_endpoint_urls'];
  if (ignore?.toLowerCase() === 'true') return undefined;
  const { id } = named[service];
  const servicesName = profile?.['services'];
  const section = servicesName === undefined ? undefined : config.services.get(servicesName);
  // A variable that is set to nothing is how a shell takes one away.
  return (
    env[`AWS_ENDPOINT_URL_${id.toUpperCase()}`] ||
    env['AWS_ENDPOINT_URL'] ||
    section?.[`${id}.endpoint_url`] ||
    profile?.['endpoint_url'] ||
    undefined
  );
}

/** Why a text cannot be an endpoint, or undefined when it can. */
export function endpointProblem(endpoint: string): string | undefined {
  if (!URL.canParse(endpoint)) return l10n.t('“{0}” is not a URL.', endpoint);
  const { protocol } = new URL(endpoint);
  if (protocol === 'http:' || protocol === 'https:') return undefined;
  return l10n.t('“{0}” is not an http or https URL.', endpoint);
}

/**
 * The part of an SDK client's configuration that decides where requests go. Without an endpoint of ours the SDK would
 * look for one itself, and take that of the profile in AWS_PROFILE: another account's credentials would go there.
 * The host prefix of StartLiveTail is left away exactly when an endpoint is configured: `stream-127.0.0.1` is no host.
 */
export function endpointConfig(endpoint: string | undefined): {
  endpoint?: string;
  disableHostPrefix?: boolean;
  ignoreConfiguredEndpointUrls?: boolean;
} {
  return endpoint === undefined ? { ignoreConfiguredEndpointUrls: true } : { endpoint, disableHostPrefix: true };
}
