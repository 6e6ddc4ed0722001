import { frontEndError, type ServiceError } from './serviceError.ts';
import { ALGORITHM, splitTarget, type SignatureClaim, type WireRequest } from './signature.ts';

/** Reads who signed a request and how; undefined when it is not signed at all. */
export function readSignatureClaim(request: WireRequest): SignatureClaim | undefined {
  const authorization = request.headers.get('authorization');
  if (authorization !== undefined) return fromHeader(authorization, request);
  const query = new URLSearchParams(splitTarget(request.target)[1]);
  return query.has('X-Amz-Algorithm') ? fromQuery(query) : undefined;
}

function fromHeader(authorization: string, request: WireRequest): SignatureClaim {
  const [algorithm, ...rest] = authorization.trim().split(' ');
  if (algorithm !== ALGORITHM) throw incomplete(`Unsupported AWS 'algorithm': '${algorithm}'.`);
  const parts = new Map<string, string>();
  for (const part of rest.join('').split(',')) {
    const [name = '', value = ''] = part.trim().split('=', 2);
    parts.set(name, value);
  }
  const timestamp = request.headers.get('x-amz-date') ?? fromHttpDate(request.headers.get('date'));
  return {
    ...credentialScope(need(parts.get('Credential'), 'Credential')),
    signedHeaders: need(parts.get('SignedHeaders'), 'SignedHeaders').split(';'),
    signature: need(parts.get('Signature'), 'Signature'),
    timestamp: timestamp ?? missingDate(),
    sessionToken: request.headers.get('x-amz-security-token'),
    presigned: false,
  };
}

function fromQuery(query: URLSearchParams): SignatureClaim {
  const algorithm = query.get('X-Amz-Algorithm');
  if (algorithm !== ALGORITHM) throw incomplete(`Unsupported AWS 'algorithm': '${algorithm}'.`);
  return {
    ...credentialScope(need(query.get('X-Amz-Credential'), 'X-Amz-Credential')),
    signedHeaders: need(query.get('X-Amz-SignedHeaders'), 'X-Amz-SignedHeaders').split(';'),
    signature: need(query.get('X-Amz-Signature'), 'X-Amz-Signature'),
    timestamp: query.get('X-Amz-Date') ?? missingDate(),
    sessionToken: query.get('X-Amz-Security-Token') ?? undefined,
    presigned: true,
  };
}

function credentialScope(credential: string): Pick<SignatureClaim, 'accessKeyId' | 'day' | 'region' | 'service'> {
  const parts = credential.split('/');
  if (parts.length < 5) {
    const form = '<access-key-id>/YYYYMMDD/REGION/SERVICE/aws4_request';
    throw incomplete(`Credential must have exactly 5 slash-delimited elements, e.g. ${form}, got '${credential}'`);
  }
  const [service = '', terminator] = parts.slice(-2);
  if (terminator !== 'aws4_request') {
    const text = `Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator}'.`;
    throw frontEndError('InvalidSignatureException', text);
  }
  const [day = '', region = ''] = parts.slice(-4);
  return { accessKeyId: parts.slice(0, -4).join('/'), day, region, service };
}

function need(value: string | null | undefined, name: string): string {
  if (value) return value;
  throw incomplete(`Authorization header requires '${name}' parameter.`);
}

function missingDate(): never {
  throw incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
}

function incomplete(message: string): ServiceError {
  return frontEndError('IncompleteSignatureException', message);
}

function fromHttpDate(date: string | undefined): string | undefined {
  if (date === undefined || Number.isNaN(Date.parse(date))) return undefined;
  return new Date(date).toISOString().replace(/[-:]|\.\d+/g, '');
}
