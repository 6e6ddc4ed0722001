import type {
  CreateTokenCommandInput,
  CreateTokenCommandOutput,
  RegisterClientCommandInput,
  StartDeviceAuthorizationCommandOutput,
} from '@aws-sdk/client-sso-oidc';
import { endpointConfig } from '../profile/endpoints.ts';
import { AwsError, toAwsError } from '../errors.ts';
import type { SsoSession } from '../profile/ssoSession.ts';
import type { SsoToken } from './ssoTokenFile.ts';

/** What the product calls itself to IAM Identity Center; people see it when they are asked to allow access. */
const clientName = 'ecs-workbench';

/** A client that the service knows for some months. */
export interface Registration {
  clientId: string;
  clientSecret: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/** The requests of a sign-in; none of them is signed, for there are no credentials yet. Throws AwsError. */
export interface SsoClient {
  /** Where the browser is sent, without query. */
  readonly authorizeUrl: string;
  register(input: Partial<RegisterClientCommandInput>): Promise<Registration>;
  startDevice(registration: Registration): Promise<StartDeviceAuthorizationCommandOutput>;
  createToken(registration: Registration, input: Partial<CreateTokenCommandInput>): Promise<SsoToken>;
}

/** Makes the client for a session; `endpoint` as configured, undefined for AWS's own. */
export async function ssoClient(
  session: SsoSession,
  endpoint: string | undefined,
  signal: AbortSignal,
): Promise<SsoClient> {
  const sdk = await import('../sdk/sdkSsoOidc.ts');
  const client = new sdk.SSOOIDCClient({ region: session.region, ...endpointConfig(endpoint) });
  signal.addEventListener('abort', () => client.destroy(), { once: true });
  const options = { abortSignal: signal };
  const send = <T>(name: string, act: () => Promise<T>): Promise<T> => translated(`sso-oidc:${name}`, signal, act);
  return {
    authorizeUrl: `${endpoint?.replace(/\/+$/, '') ?? (await ownEndpoint(client))}/authorize`,
    register: (input) =>
      send('RegisterClient', async () => {
        const scopes = [...session.scopes];
        const command = new sdk.RegisterClientCommand({ clientName, clientType: 'public', scopes, ...input });
        const { clientId, clientSecret, clientSecretExpiresAt = 0 } = await client.send(command, options);
        if (!clientId || !clientSecret) throw unreadable('client');
        return { clientId, clientSecret, expiresAt: clientSecretExpiresAt * 1000 };
      }),
    startDevice: ({ clientId, clientSecret }) =>
      send('StartDeviceAuthorization', () => {
        const { startUrl } = session;
        return client.send(new sdk.StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }), options);
      }),
    createToken: (registration, input) =>
      send('CreateToken', async () => {
        const { clientId, clientSecret } = registration;
        const command = new sdk.CreateTokenCommand({ clientId, clientSecret, grantType: undefined, ...input });
        return toToken(registration, await client.send(command, options));
      }),
  };
}

/** The endpoint that the SDK itself would use, in whichever partition the Region is. */
async function ownEndpoint(client: { config: { endpointProvider?: unknown } & object }): Promise<string> {
  const { endpointProvider, region, useDualstackEndpoint, useFipsEndpoint } = client.config as {
    endpointProvider: (parameters: object) => { url: URL };
    region: () => Promise<string>;
    useDualstackEndpoint: () => Promise<boolean>;
    useFipsEndpoint: () => Promise<boolean>;
  };
  const parameters = {
    Region: await region(),
    UseDualStack: await useDualstackEndpoint(),
    UseFIPS: await useFipsEndpoint(),
  };
  return endpointProvider(parameters).url.origin;
}

function toToken(registration: Registration, output: CreateTokenCommandOutput): SsoToken {
  const { accessToken, expiresIn, refreshToken } = output;
  if (!accessToken || !expiresIn) throw unreadable('token');
  const { clientId, clientSecret } = registration;
  return {
    accessToken,
    expiresAt: Date.now() + expiresIn * 1000,
    refreshToken,
    clientId,
    clientSecret,
    registrationExpiresAt: registration.expiresAt,
  };
}

async function translated<T>(operation: string, signal: AbortSignal, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw signal.aborted ? new AwsError('aborted', 'Cancelled.', { operation }) : toAwsError(error, operation);
  }
}

function unreadable(what: string): AwsError {
  return new AwsError('malformed', `The answer holds no ${what}.`);
}
