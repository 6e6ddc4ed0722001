import type { Credential, Credentials } from '../credentials.ts';
import { expiredToken, frontEndError } from './serviceError.ts';
import { expectedSignature, type SignatureClaim, type WireRequest } from './signature.ts';
import { readSignatureClaim } from './signatureClaim.ts';

const TOLERANCE_MS = 5 * 60_000;

export interface Caller {
  credential: Credential;
  region: string;
}

/** Checks a request's signature as AWS does and says whose it is; `now` is the server's wall time in milliseconds. */
export function authenticate(request: WireRequest, service: string, credentials: Credentials, now: number): Caller {
  const claim = readSignatureClaim(request);
  if (!claim) throw frontEndError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403);
  checkTime(claim, now);
  const credential = credentials.find(claim.accessKeyId);
  if (!credential || !tokenFits(credential, claim)) {
    throw frontEndError('UnrecognizedClientException', 'The security token included in the request is invalid.');
  }
  if (credential.expiresAt !== undefined && credential.expiresAt <= now) throw expiredToken();
  checkScope(claim, service);
  checkSignedHeaders(request, claim);
  if (expectedSignature(request, claim, credential.secretAccessKey) !== claim.signature) {
    throw invalidSignature(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
  return { credential, region: claim.region };
}

function tokenFits(credential: Credential, claim: SignatureClaim): boolean {
  return credential.sessionToken === claim.sessionToken;
}

function checkTime(claim: SignatureClaim, now: number): void {
  const signed = parseTimestamp(claim.timestamp);
  if (Number.isNaN(signed)) {
    throw frontEndError(
      'IncompleteSignatureException',
      `Date must be in ISO-8601 'basic format'. Got '${claim.timestamp}'.`,
    );
  }
  if (!claim.timestamp.startsWith(claim.day)) {
    const text = `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${claim.day}' != '${claim.timestamp.slice(0, 8)}', from '${claim.timestamp}'.`;
    throw invalidSignature(text);
  }
  const moment = formatTimestamp(now);
  if (signed < now - TOLERANCE_MS) {
    const limit = formatTimestamp(now - TOLERANCE_MS);
    throw invalidSignature(`Signature expired: ${claim.timestamp} is now earlier than ${limit} (${moment} - 5 min.)`);
  }
  if (signed > now + TOLERANCE_MS) {
    const limit = formatTimestamp(now + TOLERANCE_MS);
    throw invalidSignature(
      `Signature not yet current: ${claim.timestamp} is still later than ${limit} (${moment} + 5 min.)`,
    );
  }
}

function checkScope(claim: SignatureClaim, service: string): void {
  if (claim.service === service) return;
  throw invalidSignature(`Credential should be scoped to correct service: '${service}'. `);
}

function checkSignedHeaders(request: WireRequest, claim: SignatureClaim): void {
  const needed = [...request.headers.keys()].filter((name) => name.startsWith('x-amz-'));
  for (const name of claim.presigned ? ['host'] : ['host', ...needed]) {
    if (!claim.signedHeaders.includes(name)) {
      throw invalidSignature(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`);
    }
  }
}

function invalidSignature(message: string): Error {
  return frontEndError('InvalidSignatureException', message);
}

function parseTimestamp(text: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return Number.NaN;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function formatTimestamp(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}
