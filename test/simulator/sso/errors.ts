import { ServiceError } from '../http/serviceError.ts';

const texts = {
  AccessDeniedException: ['access_denied', 'The request was denied.'],
  AuthorizationPendingException: ['authorization_pending', 'The request is still to be confirmed.'],
  ExpiredTokenException: ['expired_token', 'The device code has expired.'],
  InvalidClientException: ['invalid_client', 'The client is unknown, or its secret is wrong.'],
  InvalidGrantException: ['invalid_grant', 'The grant is invalid.'],
  InvalidRequestException: ['invalid_request', 'The request is invalid.'],
  SlowDownException: ['slow_down', 'The client asks too often.'],
  UnsupportedGrantTypeException: ['unsupported_grant_type', 'The grant type is not supported.'],
} as const;

/** An error of SSO-OIDC: OAuth's name and a sentence beside the name of the exception. */
export function oidcError(name: keyof typeof texts): ServiceError {
  const [error, description] = texts[name];
  return new ServiceError(name, description, { fields: { error, error_description: description } });
}
