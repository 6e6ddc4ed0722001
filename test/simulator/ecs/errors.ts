import { ServiceError } from '../http/serviceError.ts';

export function clientError(message: string): ServiceError {
  return new ServiceError('ClientException', message);
}

export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message);
}

export function clusterNotFound(): ServiceError {
  return new ServiceError('ClusterNotFoundException', 'Cluster not found.');
}

export function serviceNotFound(): ServiceError {
  return new ServiceError('ServiceNotFoundException', 'Service not found.');
}

export function invalidToken(): ServiceError {
  return invalidParameter('Invalid token.');
}
