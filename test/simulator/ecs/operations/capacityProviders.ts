import type {
  CapacityProvider,
  DescribeCapacityProvidersRequest,
  DescribeCapacityProvidersResponse,
} from '@aws-sdk/client-ecs';
import { takePage } from '../../limits/pageTokens.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { invalidParameter, invalidToken } from '../errors.ts';
import { ecsOf, findCluster } from './lookup.ts';

const PAGE = 10;
const MOST_NAMED = 100;

/** All of the account's, those of a cluster, or those that are named. */
export function describeCapacityProviders(
  input: DescribeCapacityProvidersRequest,
  request: ServiceRequest,
): DescribeCapacityProvidersResponse {
  const ecs = ecsOf(request);
  const cluster = input.cluster === undefined ? undefined : findCluster(ecs, input.cluster);
  const names = input.capacityProviders;
  if ((names?.length ?? 0) > MOST_NAMED)
    throw invalidParameter('Capacity providers cannot have more than 100 elements.');
  const known = [...ecs.capacityProviders.values()].filter(
    (provider) => !cluster || cluster.capacityProviders.includes(provider.name ?? ''),
  );
  const matches = (provider: CapacityProvider, name: string): boolean =>
    name === provider.name || name === provider.capacityProviderArn;
  const chosen = names?.length ? known.filter((provider) => names.some((name) => matches(provider, name))) : known;
  const missing = names?.filter((name) => !known.some((provider) => matches(provider, name))) ?? [];
  const page = takePage(
    chosen,
    (provider) => provider.name ?? '',
    'DescribeCapacityProviders',
    input.maxResults ?? PAGE,
    input.nextToken,
  );
  if (!page) throw invalidToken();
  return {
    capacityProviders: page.items.map((provider) => ({
      ...provider,
      tags: input.include?.includes('TAGS') ? provider.tags : [],
    })),
    failures: missing.map((name) => ({
      arn: name.startsWith('arn:') ? name : ecs.arn(`capacity-provider/${name}`),
      reason: 'MISSING',
    })),
    nextToken: page.nextToken,
  };
}
