import { restJson, type UnsignedRequest, type UnsignedService } from '../http/unsignedService.ts';
import { createToken } from './createToken.ts';
import { oidcError } from './errors.ts';
import { authorizePage, devicePage } from './pages.ts';

const MONTHS_MS = 90 * 24 * 3600 * 1000;

/** SSO-OIDC, the sign-in of IAM Identity Center, with the pages that a browser sees. */
export const oidcService: UnsignedService = {
  name: 'sso-oidc',
  protocol: restJson,
  routes: {
    'POST /client/register': { name: 'RegisterClient', run: registerClient },
    'POST /device_authorization': { name: 'StartDeviceAuthorization', run: startDeviceAuthorization },
    'POST /token': { name: 'CreateToken', run: (request) => createToken(request.input, request.world.sso) },
    'GET /authorize': { name: 'AuthorizePage', run: authorizePage },
    'GET /device': { name: 'DevicePage', run: devicePage },
  },
};

function registerClient({ input, world: { sso } }: UnsignedRequest): object {
  if (typeof input['clientName'] !== 'string' || input['clientType'] !== 'public') {
    throw oidcError('InvalidRequestException');
  }
  const clientId = sso.secret().slice(0, 22);
  const clientSecret = sso.secret();
  sso.clients.set(clientId, {
    clientSecret,
    scopes: strings(input['scopes']),
    grantTypes: strings(input['grantTypes']),
    redirectUris: strings(input['redirectUris']),
  });
  const issued = Math.floor(Date.now() / 1000);
  return { clientId, clientSecret, clientIdIssuedAt: issued, clientSecretExpiresAt: issued + MONTHS_MS / 1000 };
}

function startDeviceAuthorization({ input, world: { sso }, origin }: UnsignedRequest): object {
  const clientId = String(input['clientId']);
  if (sso.clients.get(clientId)?.clientSecret !== input['clientSecret']) throw oidcError('InvalidClientException');
  if (typeof input['startUrl'] !== 'string') throw oidcError('InvalidRequestException');
  const deviceCode = sso.secret();
  const userCode = sso.userCode();
  const expiresIn = sso.lifetimes.deviceCode;
  const expiresAt = Date.now() + expiresIn * 1000;
  const page = `${sso.pageOrigin ?? origin}/device`;
  sso.devices.set(deviceCode, { clientId, userCode, answer: 'pending', expiresAt, askedAt: 0 });
  return {
    deviceCode,
    userCode,
    verificationUri: page,
    verificationUriComplete: `${page}?user_code=${userCode}`,
    expiresIn,
    interval: sso.lifetimes.interval,
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
