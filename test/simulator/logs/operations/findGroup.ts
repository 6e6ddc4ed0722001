import type { LogGroup } from '../logGroup.ts';
import type { LogStream } from '../logStream.ts';
import { invalidParameter, noSuchGroup, noSuchStream } from '../errors.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';

/** The group that a request names, by name or by identifier but not by both. */
export function findGroup(
  input: { logGroupName?: string | undefined; logGroupIdentifier?: string | undefined },
  request: ServiceRequest,
): LogGroup {
  const { logGroupName: name, logGroupIdentifier: identifier } = input;
  if (name !== undefined && identifier !== undefined) {
    throw invalidParameter('LogGroupName and LogGroupIdentifier cannot both be specified.');
  }
  if (name === undefined && identifier === undefined) {
    throw invalidParameter('Either LogGroupName or LogGroupIdentifier must be specified.');
  }
  const group = request.region.logs.findGroup(name ?? identifier ?? '');
  if (!group) throw noSuchGroup();
  return group;
}

export function findStream(group: LogGroup, name: string): LogStream {
  const stream = group.streams.get(name);
  if (!stream) throw noSuchStream();
  return stream;
}
