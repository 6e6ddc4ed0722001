import type { PortMapping, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';

interface Target {
  containerName?: string;
  containerPort?: number;
}

/** As much of a service definition as decides what its task definition has to have. */
export interface ServiceContent {
  cluster?: string;
  taskDefinition?: string;
  launchType?: string;
  capacityProviderStrategy?: { capacityProvider?: string }[];
  networkConfiguration?: { awsvpcConfiguration?: object };
  loadBalancers?: Target[];
  serviceRegistries?: (Target & { port?: number })[];
  serviceConnectConfiguration?: { services?: { portName?: string }[] };
  vpcLatticeConfigurations?: { portName?: string }[];
  gatewayConnectors?: { portName?: string }[];
  volumeConfigurations?: { name?: string }[];
}

const mostRevisions = 12;

/** Task definitions to register so that there is the revision that a service names: the file beside it, or one that fits it. */
export function definitionFor(
  content: ServiceContent,
  beside: string | undefined,
): RegisterTaskDefinitionCommandInput[] {
  const [, family, revision] = /^(?:arn:[^/]*\/)?([A-Za-z0-9_-]+)(?::(\d+))?$/.exec(content.taskDefinition ?? '') ?? [];
  if (family === undefined) return [];
  const file = beside === undefined ? undefined : mounted(JSON.parse(beside) as RegisterTaskDefinitionCommandInput);
  // A file of another family is not what the service runs.
  const own = file && (revision === undefined || file.family === family) ? file : fitting(content);
  const count = Math.min(Math.max(Number(revision ?? 1), 1), mostRevisions);
  return Array.from({ length: count }, () => ({ ...own, family }));
}

/** The file with its volumes in its first container: ECS takes none that nobody mounts. */
function mounted(file: RegisterTaskDefinitionCommandInput): RegisterTaskDefinitionCommandInput {
  const [first, ...others] = file.containerDefinitions ?? [];
  const mountPoints = (file.volumes ?? []).map(({ name }) => ({ sourceVolume: name, containerPath: `/${name}` }));
  return first ? { ...file, containerDefinitions: [{ mountPoints, ...first }, ...others] } : file;
}

function fitting(content: ServiceContent): Omit<RegisterTaskDefinitionCommandInput, 'family'> {
  const providers = (content.capacityProviderStrategy ?? []).map(({ capacityProvider }) => capacityProvider);
  const fargate = content.launchType === 'FARGATE' || providers.some((name) => name?.startsWith('FARGATE'));
  const awsvpc = fargate || content.networkConfiguration?.awsvpcConfiguration !== undefined;
  const volumes = [...new Set((content.volumeConfigurations ?? []).flatMap(({ name }) => name ?? []))];
  return {
    networkMode: awsvpc ? 'awsvpc' : 'bridge',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::123456789012:role/shop',
    volumes: volumes.map((name) => ({ name, configuredAtLaunch: true })),
    containerDefinitions: [
      {
        name: content.loadBalancers?.find(({ containerName }) => containerName)?.containerName ?? 'web',
        image: 'public.ecr.aws/nginx/nginx:1.27',
        memory: 256,
        portMappings: portsFor(content),
        mountPoints: volumes.map((sourceVolume) => ({ sourceVolume, containerPath: `/${sourceVolume}` })),
      },
    ],
  };
}

function portsFor(content: ServiceContent): PortMapping[] {
  const { serviceConnectConfiguration, vpcLatticeConfigurations = [], gatewayConnectors = [] } = content;
  const named = [...(serviceConnectConfiguration?.services ?? []), ...vpcLatticeConfigurations, ...gatewayConnectors];
  const names = new Set(named.flatMap(({ portName }) => (/^[a-z0-9]/.test(portName ?? '') ? [portName!] : [])));
  const targets = [...(content.loadBalancers ?? []), ...(content.serviceRegistries ?? [])];
  const ports = new Set([8080, ...targets.flatMap(({ containerPort }) => containerPort ?? [])]);
  return [
    ...[...ports].filter((port) => port > 0 && port < 65_536).map((containerPort) => ({ containerPort })),
    ...[...names].map((name, index) => ({ containerPort: 9000 + index, name })),
  ];
}
