import { createHash, createHmac } from 'node:crypto';
import { frontEndError } from './serviceError.ts';

/** A request as it came over the wire, read to its end. */
export interface WireRequest {
  method: string;
  /** Path and query, undecoded. */
  target: string;
  /** Lower-case names; values of repeated headers joined by a comma. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

/** What a signed request says of itself, from the Authorization header or the query string. */
export interface SignatureClaim {
  accessKeyId: string;
  day: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
  /** `YYYYMMDDTHHMMSSZ` */
  timestamp: string;
  sessionToken: string | undefined;
  presigned: boolean;
}

export const ALGORITHM = 'AWS4-HMAC-SHA256';
const keys = new Map<string, Buffer>();

/** The signature that `secret` gives for this request, by the rules of SigV4 for every service but S3. */
export function expectedSignature(request: WireRequest, claim: SignatureClaim, secret: string): string {
  const scope = `${claim.day}/${claim.region}/${claim.service}/aws4_request`;
  const canonical = sha256(canonicalRequest(request, claim));
  const text = [ALGORITHM, claim.timestamp, scope, canonical].join('\n');
  return createHmac('sha256', signingKey(secret, claim)).update(text).digest('hex');
}

function canonicalRequest(request: WireRequest, claim: SignatureClaim): string {
  const [path, query] = splitTarget(request.target);
  const headers = claim.signedHeaders.map((name) => `${name}:${headerValue(request, name)}\n`).join('');
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    headers,
    claim.signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
}

export function splitTarget(target: string): [path: string, query: string] {
  const mark = target.indexOf('?');
  return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}

function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(encode(segment));
  }
  const trailing = path.endsWith('/') && segments.length > 0 ? '/' : '';
  return `/${segments.join('/')}${trailing}`;
}

function canonicalQuery(query: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('X-Amz-Signature='))
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return `${encode(decode(name))}=${encode(decode(value.join('=')))}`;
    })
    .sort()
    .join('&');
}

function headerValue(request: WireRequest, name: string): string {
  const value = request.headers.get(name);
  if (value === undefined) {
    const text = `Header '${name}' was signed but is not in the request.`;
    throw frontEndError('InvalidSignatureException', text);
  }
  return value.trim().replace(/ +/g, ' ');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', '%20'));
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function signingKey(secret: string, claim: SignatureClaim): Buffer {
  const name = [secret, claim.day, claim.region, claim.service].join('/');
  let key = keys.get(name);
  if (key === undefined) {
    key = [claim.day, claim.region, claim.service, 'aws4_request'].reduce<Buffer>(
      (previous, part) => createHmac('sha256', previous).update(part).digest(),
      Buffer.from(`AWS4${secret}`),
    );
    keys.set(name, key);
  }
  return key;
}
