import type { ContainerDefinition, Secret, TaskDefinition } from '@aws-sdk/client-ecs';
import { parseEcrImage, parseImage } from '../ecs/image.ts';

/** Names of AWS's services as those of their VPC endpoints end: `com.amazonaws.<Region>.ecr.dkr`. */
export type EndpointService =
  | 'ecr.api'
  | 'ecr.dkr'
  | 's3'
  | 'logs'
  | 'secretsmanager'
  | 'ssm'
  | 'kms'
  | 'sts'
  | 'ssmmessages'
  | 'ecs'
  | 'ecs-agent'
  | 'ecs-telemetry';

/** What it is reached for, which decides by whose interface. */
export type Purpose =
  'registryAuth' | 'image' | 'environmentFile' | 'logs' | 'secrets' | 'exec' | 'agent' | 'application' | 'volume';

/** A service of AWS. */
export interface ServiceDestination {
  kind: 'service';
  service: EndpointService;
  purpose: Purpose;
  /** Where it is another Region than the VPC's, which endpoints of the VPC do not serve. */
  region?: string | undefined;
  /** Whether the image is named by a host that has IPv6 addresses as well. */
  dualStack?: boolean | undefined;
}

/** A host of the internet, such as Docker Hub or Amazon ECR Public. */
export interface InternetDestination {
  kind: 'internet';
  purpose: Purpose;
  host: string;
}

export interface FileSystemDestination {
  kind: 'fileSystem';
  purpose: 'volume';
  fileSystemId: string;
}

export type Destination = ServiceDestination | InternetDestination | FileSystemDestination;

/** One text for each destination, the same for the same one. */
function destinationKey(destination: Destination): string {
  switch (destination.kind) {
    case 'service':
      return [destination.service, destination.region, destination.purpose].filter(Boolean).join(' ');
    case 'internet':
      return `${destination.host} ${destination.purpose}`;
    case 'fileSystem':
      return destination.fileSystemId;
  }
}

export interface NeededFor {
  /** Of the cluster. */
  region: string;
  /** Whether ECS Exec is on. */
  exec?: boolean | undefined;
  /** Whether the cluster encrypts its sessions with a key, which the agent asks for at KMS. */
  execKey?: boolean | undefined;
  /** Whether the tasks run on instances, whose agent talks to ECS. */
  instances?: boolean | undefined;
}

/** What the tasks of a definition have to reach so that they start and are seen, each once. */
export function neededDestinations(
  definition: TaskDefinition,
  { region, exec, execKey, instances }: NeededFor,
): Destination[] {
  const containers = definition.containerDefinitions ?? [];
  const elsewhere = (one: string | undefined): string | undefined => (one && one !== region ? one : undefined);
  const all: Destination[] = [
    ...(instances ? agentDestinations : []),
    ...containers.flatMap((container) => imageDestinations(container, elsewhere)),
    ...containers.flatMap((container) => secretDestinations(container, elsewhere)),
    ...containers.flatMap(({ environmentFiles = [] }) =>
      environmentFiles.map((): Destination => ({ kind: 'service', service: 's3', purpose: 'environmentFile' })),
    ),
    ...containers.flatMap((container) => logDestinations(container, elsewhere)),
    ...(exec ? [{ kind: 'service', service: 'ssmmessages', purpose: 'exec' } as const] : []),
    ...(exec && execKey ? [{ kind: 'service', service: 'kms', purpose: 'exec' } as const] : []),
    ...(definition.volumes ?? []).flatMap(({ efsVolumeConfiguration: efs }): Destination[] =>
      efs?.fileSystemId ? [{ kind: 'fileSystem', purpose: 'volume', fileSystemId: efs.fileSystemId }] : [],
    ),
  ];
  return [...new Map(all.map((one) => [destinationKey(one), one])).values()];
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html */
const agentDestinations = (['ecs', 'ecs-agent', 'ecs-telemetry'] as const).map((service): Destination => ({
  kind: 'service',
  service,
  purpose: 'agent',
}));

type Elsewhere = (region: string | undefined) => string | undefined;

function imageDestinations({ image = '' }: ContainerDefinition, elsewhere: Elsewhere): Destination[] {
  const ecr = parseEcrImage(image);
  if (!ecr) return image === '' ? [] : [{ kind: 'internet', purpose: 'image', host: hostOf(image) }];
  const of = (service: EndpointService, purpose: Purpose): Destination => ({
    kind: 'service',
    service,
    purpose,
    region: elsewhere(ecr.region),
    dualStack: image.includes('.dkr-ecr'),
  });
  return [of('ecr.api', 'registryAuth'), of('ecr.dkr', 'image'), of('s3', 'image')];
}

function hostOf(image: string): string {
  const registry = parseImage(image).registry ?? 'docker.io';
  return registry === 'docker.io' ? 'registry-1.docker.io' : registry;
}

function secretDestinations(container: ContainerDefinition, elsewhere: Elsewhere): Destination[] {
  const named = [...(container.secrets ?? []), ...(container.logConfiguration?.secretOptions ?? [])];
  const credentials = container.repositoryCredentials?.credentialsParameter;
  return [...named.map(({ valueFrom }: Secret) => valueFrom ?? ''), ...(credentials ? [credentials] : [])]
    .filter((name) => name !== '')
    .map((name) => {
      const [, service, region] = /^arn:[\w-]+:(\w+):([\w-]*):/.exec(name) ?? [];
      const isSecret = service === 'secretsmanager' || name === credentials;
      return {
        kind: 'service',
        service: isSecret ? 'secretsmanager' : 'ssm',
        purpose: 'secrets',
        region: elsewhere(region),
      };
    });
}

function logDestinations({ logConfiguration }: ContainerDefinition, elsewhere: Elsewhere): Destination[] {
  if (logConfiguration?.logDriver !== 'awslogs') return [];
  const region = elsewhere(logConfiguration.options?.['awslogs-region']);
  return [{ kind: 'service', service: 'logs', purpose: 'logs', region }];
}
