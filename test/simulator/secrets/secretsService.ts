import type { DescribeSecretRequest, ListSecretsRequest } from '@aws-sdk/client-secrets-manager';
import { json11 } from '../http/protocols.ts';
import { ServiceError } from '../http/serviceError.ts';
import { takePage } from '../limits/pageTokens.ts';
import type { RegionState } from '../regionState.ts';
import { reads, type ServiceDefinition, type ServiceRequest } from '../serviceDefinition.ts';

const stores = new WeakMap<RegionState, Map<string, string>>();

/** The secrets of a Region: values by ARN. */
export function secretsOf(region: RegionState): Map<string, string> {
  const found = stores.get(region) ?? new Map<string, string>();
  stores.set(region, found);
  return found;
}

const keys = new WeakMap<RegionState, Map<string, string>>();

/** The keys that encrypt secrets, by the ARN of the secret; AWS's own where there is none. */
export function secretKeysOf(region: RegionState): Map<string, string> {
  const found = keys.get(region) ?? new Map<string, string>();
  keys.set(region, found);
  return found;
}

function find(id: string, { region }: ServiceRequest): { arn: string; value: string } {
  const value = secretsOf(region).get(id);
  if (value !== undefined) return { arn: id, value };
  throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1, -'-a1b2c3'.length);
}

function listSecrets(input: ListSecretsRequest, { region, world }: ServiceRequest): object {
  const arns = [...secretsOf(region).keys()].sort();
  const page = takePage(arns, (arn) => arn, 'secrets', input.MaxResults ?? 100, input.NextToken);
  if (!page) throw new ServiceError('InvalidNextTokenException', 'Invalid pagination token.');
  const SecretList = page.items.map((ARN) => ({ ARN, Name: nameOf(ARN), LastChangedDate: world.clock.date() }));
  return { SecretList, NextToken: page.nextToken };
}

function describeSecret(input: DescribeSecretRequest, request: ServiceRequest): object {
  const { arn } = find(input.SecretId ?? '', request);
  const KmsKeyId = secretKeysOf(request.region).get(arn);
  return { ARN: arn, Name: nameOf(arn), KmsKeyId, LastChangedDate: request.world.clock.date() };
}

function getSecretValue(input: DescribeSecretRequest, request: ServiceRequest): object {
  const { arn, value } = find(input.SecretId ?? '', request);
  return { ARN: arn, SecretString: value };
}

export const secretsService: ServiceDefinition = {
  name: 'secretsmanager',
  protocol: json11,
  targetPrefix: 'secretsmanager',
  operations: {
    DescribeSecret: reads(describeSecret),
    GetSecretValue: reads(getSecretValue),
    ListSecrets: reads(listSecrets),
  },
};
