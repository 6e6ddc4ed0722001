export interface ServiceErrorOptions {
  /** HTTP status, 400 unless given. */
  status?: number;
  /** Written before the name in `__type`, as some front ends of AWS do. */
  namespace?: string;
  /** Authorization errors spell it `Message`. */
  messageKey?: 'message' | 'Message';
  /** Further members of the error's shape. */
  fields?: Record<string, unknown>;
}

const CORAL = 'com.amazon.coral.service';

/** An error as AWS answers it; operations throw it. */
export class ServiceError extends Error {
  override readonly name: string;
  readonly status: number;
  readonly namespace: string | undefined;
  readonly messageKey: 'message' | 'Message';
  readonly fields: Record<string, unknown>;

  constructor(name: string, message: string, options: ServiceErrorOptions = {}) {
    super(message);
    this.name = name;
    this.status = options.status ?? 400;
    this.namespace = options.namespace;
    this.messageKey = options.messageKey ?? 'message';
    this.fields = options.fields ?? {};
  }
}

/** An error of the front end that every JSON service shares. */
export function frontEndError(name: string, message: string, status = 400): ServiceError {
  return new ServiceError(name, message, { status, namespace: CORAL });
}

export function throttled(): ServiceError {
  return new ServiceError('ThrottlingException', 'Rate exceeded');
}

export function expiredToken(): ServiceError {
  return frontEndError('ExpiredTokenException', 'The security token included in the request is expired');
}

export function serverError(): ServiceError {
  return new ServiceError('ServerException', 'Service Unavailable. Please try again later.', { status: 500 });
}

export function serviceUnavailable(): ServiceError {
  return new ServiceError('ServiceUnavailableException', 'Service is unavailable.', { status: 503 });
}
