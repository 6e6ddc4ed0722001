import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import type { ConnectionSpec } from './connectionSpec.ts';
import { endpointConfig } from './endpoints.ts';
import { AwsError } from './errors.ts';

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
 * instance roles. Files are read anew on each resolution, so that a renewed credential is seen without a reload.
 */
export async function credentialProvider(
  spec: ConnectionSpec,
  mfa: MfaPrompt | undefined,
): Promise<CredentialProvider> {
  const { fromEnv, fromNodeProviderChain } = await import('./sdkCredentials.ts');
  if (spec.profile === undefined) return fromEnv();
  return fromNodeProviderChain({
    profile: spec.profile,
    ignoreCache: true,
    // No Region here: the chain would take it for that of the SSO session.
    clientConfig: endpointConfig(spec.endpoints.sso),
    mfaCodeProvider: mfa,
    roleAssumer: (source, params) => assumeRole(spec, source, params),
  });
}

/** The SDK's own assumer goes to AWS's STS even when the profile names another endpoint. */
async function assumeRole(
  spec: ConnectionSpec,
  source: Credentials,
  params: AssumeRoleCommandInput,
): Promise<Credentials> {
  const { STSClient, stsReads } = await import('./sdkSts.ts');
  const client = new STSClient({ region: spec.region, credentials: source, ...endpointConfig(spec.endpoints.sts) });
  try {
    const { Credentials: issued } = await client.send(new stsReads.AssumeRole(params));
    if (!issued?.AccessKeyId || !issued.SecretAccessKey) {
      throw new AwsError('noCredentials', `STS returned no credentials for role ${params.RoleArn ?? ''}.`);
    }
    return {
      accessKeyId: issued.AccessKeyId,
      secretAccessKey: issued.SecretAccessKey,
      sessionToken: issued.SessionToken,
      expiration: issued.Expiration,
    };
  } finally {
    client.destroy();
  }
}
