import { awsQuery, type Protocol } from './protocols.ts';
import type { ServiceError } from './serviceError.ts';
import { toXml } from './xml.ts';

const namespace = 'http://ec2.amazonaws.com/doc/2016-11-15/';

/** EC2's own words for what every front end says. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const CODES: Record<string, { code: string; status: number }> = {
  UnrecognizedClientException: { code: 'AuthFailure', status: 401 },
  InvalidSignatureException: { code: 'AuthFailure', status: 401 },
  ExpiredTokenException: { code: 'RequestExpired', status: 400 },
  AccessDeniedException: { code: 'UnauthorizedOperation', status: 403 },
  ThrottlingException: { code: 'RequestLimitExceeded', status: 503 },
  ServiceUnavailableException: { code: 'Unavailable', status: 503 },
  ServerException: { code: 'InternalError', status: 500 },
  UnknownOperationException: { code: 'InvalidAction', status: 400 },
};

/** The protocol of EC2: the query protocol with lists that are not wrapped, in requests (`Filter.1.Value.2`) and answers alike. */
export const ec2Query: Protocol = {
  contentType: 'text/xml;charset=UTF-8',
  readInput: (body) => unflatten(awsQuery(namespace).readInput(body)),
  writeOutput: (output, operation, requestId) =>
    toXml(`${operation}Response`, { requestId, ...output }, namespace, 'item'),
  errorStatus: (error) => CODES[error.name]?.status ?? error.status,
  writeError: (error, requestId) =>
    toXml('Response', { Errors: { Error: { Code: codeOf(error), Message: error.message } }, RequestID: requestId }),
};

function codeOf({ name }: ServiceError): string {
  return CODES[name]?.code ?? name;
}

/** `{ 'Filter.1.Value.1': 'a' }` as `{ Filter: [{ Value: ['a'] }] }`. */
export function unflatten(flat: Record<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(flat)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at = root;
    for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
    at[last] = value;
  }
  return listed(root) as Record<string, unknown>;
}

function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, listed(member)] as const);
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key));
  return isList ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}
