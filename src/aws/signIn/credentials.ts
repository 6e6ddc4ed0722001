import type {
  AssumeRoleCommandInput,
  AssumeRoleCommandOutput,
  AssumeRoleWithWebIdentityCommandInput,
  STSClient,
} from '@aws-sdk/client-sts';
import { fetchSharedConfig } from '../profile/configFiles.ts';
import type { ConnectionSpec } from '../profile/connectionSpec.ts';
import { namesSource, profileError } from './credentialSource.ts';
import { endpointConfig } from '../profile/endpoints.ts';
import { AwsError, toAwsError } from '../errors.ts';
import { timeouts } from '../sdk/timeouts.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiration?: Date;
}

export type CredentialProvider = () => Promise<Credentials>;

/** Asks the person for the code of an MFA device, named by its serial number or ARN. */
export type MfaPrompt = (serial: string) => Promise<string>;

/**
 * The SDK's own chain for the chosen profile: config files, SSO cache, assume-role, credential_process, container and
 * instance roles. Files are read anew on each resolution, so that a renewed credential is seen without a reload. A
 * profile that says where its credentials come from is asked alone: the chain would drop its reason for having none,
 * run its credential_process a second time and then take whatever role the machine has.
 */
export async function credentialProvider(
  spec: ConnectionSpec,
  mfa: MfaPrompt | undefined,
): Promise<CredentialProvider> {
  const { fromEnv, fromIni, fromNodeProviderChain } = await import('../sdk/sdkCredentials.ts');
  const { profile } = spec;
  if (profile === undefined) return fromEnv();
  const init = {
    profile,
    ignoreCache: true,
    // No Region here: the chain would take it for that of the SSO session.
    clientConfig: { ...endpointConfig(spec.endpoints.sso), requestHandler: timeouts },
    mfaCodeProvider: mfa,
    roleAssumer: (source: Credentials, params: AssumeRoleCommandInput) => assumeRole(spec, source, params),
    roleAssumerWithWebIdentity: (params: AssumeRoleWithWebIdentityCommandInput) => assumeWithToken(spec, params),
  };
  return async () => {
    const config = await fetchSharedConfig();
    if (!namesSource(config.profiles.get(profile))) return fromNodeProviderChain(init)();
    return fromIni(init)().catch((error: unknown) => {
      throw profileError(error, config, profile);
    });
  };
}

/** The SDK's own assumer goes to AWS's STS even when the profile names another endpoint. */
function assumeRole(spec: ConnectionSpec, source: Credentials, params: AssumeRoleCommandInput): Promise<Credentials> {
  return assume(spec, source, 'AssumeRole', async (client) => {
    const { stsReads } = await import('../sdk/sdkSts.ts');
    return client.send(new stsReads.AssumeRole(params));
  });
}

/** The SDK's own takes the Region us-east-1, which other partitions do not have. */
function assumeWithToken(spec: ConnectionSpec, params: AssumeRoleWithWebIdentityCommandInput): Promise<Credentials> {
  return assume(spec, undefined, 'AssumeRoleWithWebIdentity', async (client) => {
    const { stsReads } = await import('../sdk/sdkSts.ts');
    return client.send(new stsReads.AssumeRoleWithWebIdentity(params));
  });
}

async function assume(
  spec: ConnectionSpec,
  credentials: Credentials | undefined,
  operation: string,
  send: (client: STSClient) => Promise<AssumeRoleCommandOutput>,
): Promise<Credentials> {
  const { STSClient } = await import('../sdk/sdkSts.ts');
  const endpoint = endpointConfig(spec.endpoints.sts);
  const client = new STSClient({ region: spec.region, credentials, requestHandler: timeouts, ...endpoint });
  try {
    const { Credentials: issued } = await send(client);
    if (!issued?.AccessKeyId || !issued.SecretAccessKey) {
      throw new AwsError('credentialSource', 'STS returned no credentials for the role.');
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
