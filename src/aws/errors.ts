import * as l10n from '@vscode/l10n';

/** What went wrong, in the terms that decide what a person can do about it. */
export type AwsErrorKind =
  | 'aborted'
  | 'badConfig'
  | 'badEndpoint'
  | 'badProfile'
  | 'badRegion'
  | 'changed'
  | 'clockSkew'
  | 'credentialSource'
  | 'denied'
  | 'ended'
  | 'expired'
  | 'invalid'
  | 'invalidCredentials'
  | 'malformed'
  | 'mfaNeeded'
  | 'network'
  | 'noCredentials'
  | 'noRegion'
  | 'notConfigured'
  | 'notFound'
  | 'refused'
  | 'server'
  | 'signInDeclined'
  | 'signInTimedOut'
  | 'throttled'
  | 'uncertain'
  | 'unknown'
  | 'unsupported'
  | 'untrusted';

export interface AwsErrorDetails {
  /** Operation that failed, e.g. `ecs:UpdateService`. */
  operation?: string;
  /** Error name of the service or of Node, e.g. `ClusterNotFoundException`, `ECONNRESET`. */
  code?: string;
  /** Permission that was missing, e.g. `ecs:DescribeServices`. */
  permission?: string;
  requestId?: string;
  cause?: unknown;
}

/**
 * The one error that leaves `src/aws`; `message` is the service's own text where there is one. A text of ours goes
 * through `l10n.t`, but for the kinds that `errorText.ts` puts into words of its own: theirs is for the log.
 */
export class AwsError extends Error {
  readonly kind: AwsErrorKind;
  readonly operation: string | undefined;
  readonly code: string | undefined;
  readonly permission: string | undefined;
  readonly requestId: string | undefined;

  constructor(kind: AwsErrorKind, message: string, details: AwsErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'AwsError';
    this.kind = kind;
    this.operation = details.operation;
    this.code = details.code;
    this.permission = details.permission;
    this.requestId = details.requestId;
  }
}

const kindByCode: Record<string, AwsErrorKind> = {
  AbortError: 'aborted',
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  UnauthorizedOperation: 'denied',
  BlockedException: 'denied',
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  ExpiredTokenError: 'expired',
  TokenProviderError: 'expired',
  CredentialsProviderError: 'noCredentials',
  UnrecognizedClientException: 'invalidCredentials',
  AuthFailure: 'invalidCredentials',
  InvalidClientTokenId: 'invalidCredentials',
  IncompleteSignature: 'invalidCredentials',
  MissingAuthenticationTokenException: 'invalidCredentials',
  SignatureDoesNotMatch: 'invalidCredentials',
  InvalidSignatureException: 'invalidCredentials',
  RequestTimeTooSkewed: 'clockSkew',
  RequestInTheFuture: 'clockSkew',
  RequestExpired: 'clockSkew',
  UnknownOperationException: 'unsupported',
  InvalidAction: 'unsupported',
  NotImplemented: 'unsupported',
  ServerException: 'server',
  InternalFailure: 'server',
  InternalServerError: 'server',
  ServiceUnavailable: 'server',
  ServiceUnavailableException: 'server',
  LimitExceededException: 'invalid',
  NoSuchEntityException: 'notFound',
  ConcurrentModificationException: 'invalid',
  DeleteConflictException: 'invalid',
  EntityAlreadyExistsException: 'invalid',
  InvalidInputException: 'invalid',
  MalformedPolicyDocumentException: 'invalid',
  PolicyNotAttachableException: 'invalid',
  UnmodifiableEntityException: 'invalid',
  ValidationError: 'invalid',
  ClientException: 'invalid',
  InvalidParameterException: 'invalid',
  SerializationException: 'invalid',
  ValidationException: 'invalid',
};

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_SOCKET_CONNECTION_TIMEOUT',
  'TimeoutError',
  'RequestTimeout',
  'UND_ERR_SOCKET',
]);

/** Anything thrown below `src/aws`, as an AwsError; one that is an AwsError already comes back as it is. */
export function toAwsError(error: unknown, operation?: string): AwsError {
  if (error instanceof AwsError) return error;
  const code = errorCode(error);
  const message = messageOf(error);
  const kind = kindOf(error, code, message);
  return new AwsError(kind, message, {
    operation,
    code,
    requestId: requestId(error),
    permission: kind === 'denied' ? missingPermission(message, operation) : undefined,
    cause: error,
  });
}

function kindOf(error: unknown, code: string | undefined, message: string): AwsErrorKind {
  if (/Signature (expired|not yet current)/.test(message)) return 'clockSkew';
  if (/MultiFactorAuthentication failed/.test(message)) return 'mfaNeeded';
  if (code === 'CredentialsProviderError' || code === 'TokenProviderError') return credentialKind(message);
  if (isUnsupported(error)) return 'unsupported';
  if (isMalformed(error)) return isServerFault(error) ? 'server' : 'malformed';
  if (code !== undefined && kindByCode[code]) return kindByCode[code];
  if (isThrottling(error)) return 'throttled';
  if (code !== undefined && networkCodes.has(code)) return 'network';
  if (code && /(NotFoundException|\.NotFound)$/.test(code)) return 'notFound';
  if (isServerFault(error)) return 'server';
  if (httpStatus(error) === 403) return 'denied';
  return /socket hang up|network|aborted by peer/i.test(message) ? 'network' : 'unknown';
}

/** The SDK wraps whatever went wrong on the way to credentials; only its text is left. */
function credentialKind(message: string): AwsErrorKind {
  if (message.startsWith('Command failed:')) return 'credentialSource';
  if (/ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|socket hang up/.test(message)) return 'network';
  if (/ForbiddenException|AccessDenied/.test(message)) return 'denied';
  if (/expired|aws sso login|aws login|Failed to load token|SSO session|UnauthorizedException/i.test(message))
    return 'expired';
  if (/Could not resolve credentials using profile/.test(message)) return 'badProfile';
  return 'noCredentials';
}

/** AWS knows every operation that is sent; an emulator need not, and says so in as many ways as there are emulators. */
function isUnsupported(error: unknown): boolean {
  const status = httpStatus(error);
  // What has no readable body has a name that the SDK made of the status alone.
  return status === 501 || (status === 404 && (isMalformed(error) || /^Unknown(Error)?$/.test(errorMessage(error))));
}

/** The SDK marks a body that it could not parse with `$responseBodyText` or throws a bare SyntaxError. */
function isMalformed(error: unknown): boolean {
  return error instanceof SyntaxError || (isRecord(error) && '$responseBodyText' in error);
}

function isServerFault(error: unknown): boolean {
  return (httpStatus(error) ?? 0) >= 500;
}

/** Of an answer that cannot be read the status says more than the parser's complaint about its first letter. */
function messageOf(error: unknown): string {
  const text = errorMessage(error);
  const status = httpStatus(error) ?? 200;
  if (status < 300) return text;
  if (isMalformed(error)) return l10n.t('The server answered with status {0} and a text that is not from AWS.', status);
  // The SDK's name for what came without a body.
  return /^Unknown(Error)?$/.test(text)
    ? l10n.t('The server answered with status {0} and says no more.', status)
    : text;
}

export function isThrottling(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  return /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/.test(code) || httpStatus(error) === 429;
}

/**
 * Whether a failed request may nevertheless have been carried out: no answer, or an answer that nobody could read.
 * A client error or a throttle is the service's word that it was not.
 */
export function mayHaveHappened(error: AwsError): boolean {
  return error.kind === 'network' || error.kind === 'server' || error.kind === 'malformed' || error.kind === 'unknown';
}

const credentialKinds: ReadonlySet<AwsErrorKind> = new Set([
  'badProfile',
  'credentialSource',
  'expired',
  'invalidCredentials',
  'mfaNeeded',
  'noCredentials',
  'notConfigured',
]);

/**
 * Whether whatever else is asked for with these credentials will fail, too. What IAM and EC2 say of them is not held
 * against them: they only give names and addresses, and servers may lack them.
 */
export function isCredentialProblem(error: AwsError, operation = error.operation): boolean {
  return credentialKinds.has(error.kind) && !/^(?:iam|ec2):/.test(operation ?? '');
}

/**
 * Whether a service's history can be read at all, from how reading it failed: `none` where the role may not, or the
 * server keeps none; `doubtful` where the server broke at it, as AWS does for a moment and emulators do each time at an
 * operation that they lack; `undecided` where the failure passes, or is one of the whole connection.
 */
export function historyAccess(error: AwsError): 'none' | 'doubtful' | 'undecided' {
  if (passingKinds.has(error.kind) || isCredentialProblem(error)) return 'undecided';
  return error.kind === 'server' || error.kind === 'malformed' ? 'doubtful' : 'none';
}

const passingKinds: ReadonlySet<AwsErrorKind> = new Set(['aborted', 'clockSkew', 'network', 'throttled']);

/**
 * Operations that IAM allows by another name.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
const permissions: Readonly<Record<string, string>> = { 's3:HeadObject': 's3:GetObject' };

function missingPermission(message: string, operation = ''): string | undefined {
  const named = /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? operation;
  return (permissions[named] ?? named) || undefined;
}

function errorCode(error: unknown): string | undefined {
  if (!isRecord(error)) return undefined;
  const { name, code } = error;
  if (typeof code === 'string') return code;
  return typeof name === 'string' && name !== 'Error' ? name : undefined;
}

function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Status of the answer that an error of the SDK came with. */
export function httpStatus(error: unknown): number | undefined {
  const metadata = isRecord(error) ? error['$metadata'] : undefined;
  const status = isRecord(metadata) ? metadata['httpStatusCode'] : undefined;
  return typeof status === 'number' ? status : undefined;
}

function requestId(error: unknown): string | undefined {
  const metadata = isRecord(error) ? error['$metadata'] : undefined;
  const id = isRecord(metadata) ? metadata['requestId'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
