import { ServiceError } from '../http/serviceError.ts';

export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message);
}

export function noSuchGroup(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');
}

export function noSuchStream(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 'The specified log stream does not exist.');
}

export function invalidToken(): ServiceError {
  return invalidParameter('The specified nextToken is invalid.');
}

/** A violated constraint of the request's shape, in the words of the front end. */
export function violation(member: string, value: string | number | undefined, constraint: string): ServiceError {
  const shown = value === undefined ? 'null' : `'${value}'`;
  return invalidParameter(
    `1 validation error detected: Value ${shown} at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

export function checkLimit(value: number | undefined, most: number): void {
  if (value === undefined) return;
  if (value > most) throw violation('limit', value, `Member must have value less than or equal to ${most}`);
  if (value < 1) throw violation('limit', value, 'Member must have value greater than or equal to 1');
}

export function required(member: string, value: unknown): void {
  if (value === undefined || value === null) throw violation(member, undefined, 'Member must not be null');
}
