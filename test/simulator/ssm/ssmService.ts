import type { DescribeParametersRequest } from '@aws-sdk/client-ssm';
import { json11 } from '../http/protocols.ts';
import type { RegionState } from '../regionState.ts';
import { reads, type ServiceDefinition, type ServiceRequest } from '../serviceDefinition.ts';

const stores = new WeakMap<RegionState, Set<string>>();

/** Names of a Region's parameters. */
export function parametersOf(region: RegionState): Set<string> {
  const found = stores.get(region) ?? new Set<string>();
  stores.set(region, found);
  return found;
}

function describeParameters(input: DescribeParametersRequest, { region, world }: ServiceRequest): object {
  const wanted = input.ParameterFilters?.find(({ Key }) => Key === 'Name')?.Values ?? [];
  const names = [...parametersOf(region)].filter((name) => wanted.length === 0 || wanted.includes(name));
  return { Parameters: names.map((Name) => ({ Name, Type: 'SecureString', LastModifiedDate: world.clock.date() })) };
}

export const ssmService: ServiceDefinition = {
  name: 'ssm',
  protocol: json11,
  targetPrefix: 'AmazonSSM',
  operations: { DescribeParameters: reads(describeParameters) },
};
