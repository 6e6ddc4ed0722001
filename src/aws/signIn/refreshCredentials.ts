import type {
  AssumeRoleCommandInput,
  AssumeRoleCommandOutput,
  AssumeRoleWithWebIdentityCommandInput,
} from '@aws-sdk/client-sts';
import * as l10n from '@vscode/l10n';
import { AwsError, toAwsError } from '../errors.ts';
import { fetchSharedConfig } from '../profile/configFiles.ts';
import { type ConnectionSpec, notConfigured } from '../profile/connectionSpec.ts';
import { endpointConfig } from '../profile/endpoints.ts';
import { type Credentials, timeouts } from '../sdk/clientConfig.ts';
import { services } from '../sdk/services.ts';
import { namesSource, profileError } from './credentialSource.ts';

/** Asks the person for the code of an MFA device, named by its serial number or ARN. */
export type MfaPrompt = (serial: string) => Promise<string>;

/**
 * Refreshes a connection's credentials by the SDK's own chain: config files, SSO token, assume-role,
 * credential_process, container and instance roles. An SSO token that has expired is refreshed on the way and written
 * back to its file; when it cannot be, this throws AwsError expired and the person signs in anew. Files are read on
 * each call, so that a renewed credential is seen without a reload. A profile that says where its credentials come from
 * is asked alone: the chain would drop its reason for having none, run its credential_process a second time and then
 * take whatever role the machine has.
 */
export async function refreshCredentials(spec: ConnectionSpec, mfa: MfaPrompt | undefined): Promise<Credentials> {
  const { fromEnv, fromIni, fromNodeProviderChain } = await import('../sdk/sdkCredentials.ts');
  const { profile } = spec;
  if (profile === undefined) return fromEnv()();
  const init = {
    profile,
    ignoreCache: true,
    // No Region here: the chain would take it for that of the SSO session.
    clientConfig: { ...endpointConfig(spec.endpoints.sso), requestHandler: timeouts },
    mfaCodeProvider: mfa && inTurn(mfa),
    roleAssumer: (source: Credentials, params: AssumeRoleCommandInput) => assumeRole(spec, source, params),
    roleAssumerWithWebIdentity: (params: AssumeRoleWithWebIdentityCommandInput) => assumeWithToken(spec, params),
  };
  const config = await fetchSharedConfig();
  if (!namesSource(config.profiles.get(profile))) {
    return fromNodeProviderChain(init)().catch((error: unknown) => {
      throw config.profiles.size === 0 && toAwsError(error).kind === 'noCredentials' ? notConfigured() : error;
    });
  }
  return fromIni(init)().catch((error: unknown) => {
    throw profileError(error, config, profile);
  });
}

/** The last question of each prompt. */
const asked = new WeakMap<MfaPrompt, Promise<unknown>>();

/** Has a prompt ask one question at a time: a second box would close the first, as if the person had left it. */
function inTurn(mfa: MfaPrompt): MfaPrompt {
  return (serial) => {
    const answer = (asked.get(mfa) ?? Promise.resolve()).then(() => mfa(serial));
    asked.set(
      mfa,
      answer.catch(() => undefined),
    );
    return answer;
  };
}

/** The SDK's own assumer goes to AWS's STS even when the profile names another endpoint. */
function assumeRole(spec: ConnectionSpec, source: Credentials, params: AssumeRoleCommandInput): Promise<Credentials> {
  return assume(spec, source, 'AssumeRole', (client, { AssumeRole }) => client.send(new AssumeRole.command(params)));
}

/** The SDK's own takes the Region us-east-1, which other partitions do not have. */
function assumeWithToken(spec: ConnectionSpec, params: AssumeRoleWithWebIdentityCommandInput): Promise<Credentials> {
  return assume(spec, undefined, 'AssumeRoleWithWebIdentity', (client, { AssumeRoleWithWebIdentity }) =>
    client.send(new AssumeRoleWithWebIdentity.command(params)),
  );
}

type Sts = Awaited<ReturnType<typeof services.sts.load>>;

async function assume(
  spec: ConnectionSpec,
  credentials: Credentials | undefined,
  operation: string,
  send: (client: ReturnType<Sts['createClient']>, operations: Sts['operations']) => Promise<AssumeRoleCommandOutput>,
): Promise<Credentials> {
  const { createClient, operations } = await services.sts.load();
  const endpoint = endpointConfig(spec.endpoints.sts);
  const client = createClient({ region: spec.region, credentials, requestHandler: timeouts, ...endpoint });
  try {
    const { Credentials: issued } = await send(client, operations);
    if (!issued?.AccessKeyId || !issued.SecretAccessKey) {
      throw new AwsError('credentialSource', l10n.t('STS returned no credentials for the role.'));
    }
    return {
      accessKeyId: issued.AccessKeyId,
      secretAccessKey: issued.SecretAccessKey,
      sessionToken: issued.SessionToken,
      expiration: issued.Expiration,
    };
  } catch (error) {
    throw toAwsError(error, `sts:${operation}`);
  } finally {
    client.destroy();
  }
}
