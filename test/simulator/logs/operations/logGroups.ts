import type {
  CreateLogGroupRequest,
  CreateLogStreamRequest,
  DeleteLogGroupRequest,
  DeleteLogStreamRequest,
  PutRetentionPolicyRequest,
} from '@aws-sdk/client-cloudwatch-logs';
import { ServiceError } from '../../http/serviceError.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { required, violation } from '../errors.ts';
import { findGroup, findStream } from './findGroup.ts';

const GROUP_NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;
const RETENTIONS = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);
const STREAM_NAME = /^[^:*]{1,512}$/;

export function createLogGroup(input: CreateLogGroupRequest, request: ServiceRequest): object {
  const name = input.logGroupName;
  required('logGroupName', name);
  if (!GROUP_NAME.test(name ?? '')) {
    throw violation(
      'logGroupName',
      name,
      String.raw`Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+`,
    );
  }
  const { logs } = request.region;
  if (logs.groups.has(name ?? '')) throw exists('log group');
  if (logs.groups.size >= logs.groupLimit) {
    throw new ServiceError('LimitExceededException', 'Resource limit exceeded.');
  }
  const group = logs.createGroup(name ?? '');
  group.tags = input.tags ?? {};
  group.logGroupClass = input.logGroupClass ?? 'STANDARD';
  return {};
}

export function createLogStream(input: CreateLogStreamRequest, request: ServiceRequest): object {
  const name = input.logStreamName;
  required('logStreamName', name);
  if (!STREAM_NAME.test(name ?? '')) {
    throw violation('logStreamName', name, 'Member must satisfy regular expression pattern: [^:*]*');
  }
  const group = findGroup({ logGroupName: input.logGroupName }, request);
  if (group.streams.has(name ?? '')) throw exists('log stream');
  group.openStream(name ?? '');
  return {};
}

/** Live tails of a group that goes keep their session and hear nothing more. */
export function deleteLogGroup(input: DeleteLogGroupRequest, request: ServiceRequest): object {
  const group = findGroup({ logGroupName: input.logGroupName }, request);
  request.region.logs.groups.delete(group.name);
  return {};
}

export function deleteLogStream(input: DeleteLogStreamRequest, request: ServiceRequest): object {
  const group = findGroup({ logGroupName: input.logGroupName }, request);
  group.streams.delete(findStream(group, input.logStreamName ?? '').name);
  return {};
}

export function putRetentionPolicy(input: PutRetentionPolicyRequest, request: ServiceRequest): object {
  required('retentionInDays', input.retentionInDays);
  if (!RETENTIONS.has(input.retentionInDays ?? 0)) {
    throw violation(
      'retentionInDays',
      input.retentionInDays,
      `Member must satisfy enum value set: [${[...RETENTIONS].join(', ')}]`,
    );
  }
  findGroup({ logGroupName: input.logGroupName }, request).retentionInDays = input.retentionInDays;
  return {};
}

function exists(what: string): ServiceError {
  return new ServiceError('ResourceAlreadyExistsException', `The specified ${what} already exists`);
}
