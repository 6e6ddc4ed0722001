import { frontEndError, type ServiceError } from './serviceError.ts';
import { toXml } from './xml.ts';

/** How a service reads requests and writes answers. */
export interface Protocol {
  contentType: string;
  readInput(body: Buffer): Record<string, unknown>;
  writeOutput(output: object, operation: string, requestId: string): string;
  writeError(error: ServiceError, requestId: string): string;
  /** HTTP status of an error, where it is not the one that JSON services give. */
  errorStatus?(error: ServiceError): number;
  errorHeaders?(error: ServiceError): Record<string, string>;
}

/** AWS JSON 1.1; `timestamps` says how a Date is written (ECS: epoch seconds, Logs: numbers of their own). */
export const json11: Protocol = {
  contentType: 'application/x-amz-json-1.1',
  readInput: parseJson,
  writeOutput: (output) => JSON.stringify(output, secondsForDates),
  writeError: (error) =>
    JSON.stringify({
      __type: error.namespace ? `${error.namespace}#${error.name}` : error.name,
      [error.messageKey]: error.message,
      ...error.fields,
    }),
};

/** The AWS query protocol of STS, IAM and others: form in, XML out. */
export function awsQuery(namespace: string): Protocol {
  return {
    contentType: 'text/xml',
    readInput: (body) => Object.fromEntries(new URLSearchParams(body.toString())),
    writeOutput: (output, operation, requestId) =>
      toXml(
        `${operation}Response`,
        { [`${operation}Result`]: output, ResponseMetadata: { RequestId: requestId } },
        namespace,
      ),
    errorStatus: (error) => (error.namespace === undefined ? error.status : 403),
    writeError: (error, requestId) =>
      toXml(
        'ErrorResponse',
        {
          Error: {
            Type: error.status < 500 ? 'Sender' : 'Receiver',
            Code: queryCode(error.name),
            Message: error.message,
          },
          RequestId: requestId,
        },
        namespace,
      ),
  };
}

const QUERY_CODES: Record<string, string> = {
  UnrecognizedClientException: 'InvalidClientTokenId',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  ExpiredTokenException: 'ExpiredToken',
  AccessDeniedException: 'AccessDenied',
  ThrottlingException: 'Throttling',
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  IncompleteSignatureException: 'IncompleteSignature',
};

function queryCode(name: string): string {
  return QUERY_CODES[name] ?? name;
}

function parseJson(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString());
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Answered below, as AWS answers any body it cannot read.
  }
  throw frontEndError('SerializationException', 'Unexpected content in the request body.');
}

function secondsForDates(this: unknown, key: string, value: unknown): unknown {
  const raw = (this as Record<string, unknown>)[key];
  return raw instanceof Date ? raw.getTime() / 1000 : value;
}
