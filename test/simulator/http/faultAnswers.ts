import type { Fault } from '../faults.ts';
import { accessDenied } from './authorize.ts';
import { expiredToken, serverError, ServiceError, serviceUnavailable, throttled } from './serviceError.ts';

const DEFAULT_SKEW_MS = 10 * 60_000;

/** The error that a fault puts in place of an action such as `ecs:ListTasks`, if it is of that kind; `caller` is an ARN. */
export function errorOf(fault: Fault, action: string, caller: string): ServiceError | undefined {
  switch (fault.kind) {
    case 'throttle':
      return throttled();
    case 'serverError':
      return serverError();
    case 'unavailable':
      return serviceUnavailable();
    case 'expiredToken':
      return expiredToken();
    case 'accessDenied':
      return accessDenied(caller, action, '*');
    case 'error': {
      const { name, message, status } = fault.error ?? { name: 'ServerException', message: 'Fault', status: 500 };
      return new ServiceError(name, message, { status });
    }
    default:
      return undefined;
  }
}

export function cutsBefore(fault: Fault): boolean {
  return fault.kind === 'resetBefore';
}

/** How far the server's idea of the time is off for a request, in milliseconds. */
export function skewOf(faults: readonly Fault[]): number {
  const fault = faults.find((candidate) => candidate.kind === 'clockSkew');
  return fault ? (fault.ms ?? DEFAULT_SKEW_MS) : 0;
}
