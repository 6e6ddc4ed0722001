import type { Connection } from '../connection/connection.ts';
import { batches, collect } from '../paging.ts';

/** EC2 takes two hundred values of a filter. */
const batchSize = 200;

/**
 * Public addresses by network interface; interfaces without one, and those that are gone, are absent. By filter and not
 * by id: one interface that is gone would fail the whole call.
 */
export async function fetchPublicAddresses(
  connection: Connection,
  interfaceIds: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const Values of batches(interfaceIds, batchSize)) {
    const Filters = [{ Name: 'network-interface-id', Values }];
    const interfaces = await collect(
      (NextToken) => connection.read('ec2', 'DescribeNetworkInterfaces', { Filters, NextToken }, signal),
      ({ NetworkInterfaces }) => NetworkInterfaces,
    );
    for (const { NetworkInterfaceId = '', Association } of interfaces) {
      if (Association?.PublicIp) found.set(NetworkInterfaceId, Association.PublicIp);
    }
  }
  return found;
}
