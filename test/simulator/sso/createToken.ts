import { oidcError } from './errors.ts';
import type { SsoClientRecord, SsoState } from './ssoState.ts';

type Input = Record<string, unknown>;

const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';

/** Gives a token for a confirmed device, an authorization code with its PKCE verifier, or a refresh token. */
export function createToken(input: Input, sso: SsoState): object {
  const clientId = text(input, 'clientId');
  const client = sso.clients.get(clientId);
  if (!client || client.clientSecret !== input['clientSecret']) throw oidcError('InvalidClientException');
  switch (input['grantType']) {
    case DEVICE_CODE:
      takeDevice(clientId, text(input, 'deviceCode'), sso);
      break;
    case 'authorization_code':
      takeCode(clientId, client, input, sso);
      break;
    case 'refresh_token':
      takeRefreshToken(clientId, text(input, 'refreshToken'), sso);
      break;
    default:
      throw oidcError('UnsupportedGrantTypeException');
  }
  return { ...sso.issueToken(clientId), tokenType: 'Bearer' };
}

function takeDevice(clientId: string, deviceCode: string, sso: SsoState): void {
  const grant = sso.devices.get(deviceCode);
  if (!grant || grant.clientId !== clientId) throw oidcError('InvalidGrantException');
  const now = Date.now();
  if (grant.expiresAt <= now) throw oidcError('ExpiredTokenException');
  const tooSoon = now - grant.askedAt < sso.lifetimes.interval * 1000 * 0.8;
  grant.askedAt = now;
  if (tooSoon) throw oidcError('SlowDownException');
  if (grant.answer === 'denied') throw oidcError('AccessDeniedException');
  if (grant.answer === 'pending') throw oidcError('AuthorizationPendingException');
  sso.devices.delete(deviceCode);
}

function takeCode(clientId: string, client: SsoClientRecord, input: Input, sso: SsoState): void {
  const code = text(input, 'code');
  const grant = sso.codes.get(code);
  sso.codes.delete(code);
  if (!client.grantTypes.includes('authorization_code')) throw oidcError('UnsupportedGrantTypeException');
  const fits =
    grant?.clientId === clientId &&
    grant.redirectUri === input['redirectUri'] &&
    sso.fits(text(input, 'codeVerifier'), grant.challenge);
  if (!fits) throw oidcError('InvalidGrantException');
}

function takeRefreshToken(clientId: string, token: string, sso: SsoState): void {
  if (sso.refreshTokens.get(token) !== clientId) throw oidcError('InvalidGrantException');
  sso.refreshTokens.delete(token);
}

function text(input: Input, key: string): string {
  const value = input[key];
  if (typeof value !== 'string' || value === '') throw oidcError('InvalidRequestException');
  return value;
}
