import { cpusFor, memoryFor } from '../facts/fargateSizes.ts';
import { awslogsDefaults } from '../facts/awslogsDefaults.ts';
import { ownArn, regionOf } from '../document/home.ts';
import { slug } from '../facts/slug.ts';
import { executionRoleArn } from '../rule/executionRole.ts';
import { servicePresets } from './servicePresets.ts';
import type { CompletionRequest } from './request.ts';

type Preset = (request: CompletionRequest) => unknown;

/** What a member holds when it is accepted, by schema id; members not listed get a blank of their type. */
export const presets: Readonly<Record<string, Preset>> = {
  'RegisterTaskDefinitionRequest.family': ({ task }) => slug(task.containers[0]?.name.value ?? '') ?? 'my-task',
  'RegisterTaskDefinitionRequest.containerDefinitions': (request) => [newContainer(request)],
  'RegisterTaskDefinitionRequest.requiresCompatibilities': () => ['FARGATE'],
  'RegisterTaskDefinitionRequest.networkMode': () => 'awsvpc',
  'RegisterTaskDefinitionRequest.cpu': ({ task }) =>
    String((task.memory === undefined ? undefined : cpusFor(task.memory)[0]) ?? 256),
  'RegisterTaskDefinitionRequest.memory': ({ task }) =>
    String((task.cpu === undefined ? undefined : memoryFor(task.cpu)[0]) ?? 512),
  'RegisterTaskDefinitionRequest.taskRoleArn': ({ task }) => ownArn(task, 'iam', '', 'role/my-task-role'),
  'RegisterTaskDefinitionRequest.executionRoleArn': ({ task }) => executionRoleArn(task),
  'RegisterTaskDefinitionRequest.pidMode': () => 'task',
  'RegisterTaskDefinitionRequest.ipcMode': () => 'task',
  'RegisterTaskDefinitionRequest.runtimePlatform': () => ({
    cpuArchitecture: 'X86_64',
    operatingSystemFamily: 'LINUX',
  }),
  'RegisterTaskDefinitionRequest.ephemeralStorage': () => ({ sizeInGiB: 30 }),
  'RegisterTaskDefinitionRequest.tags': () => [{ key: 'Name', value: 'my-task' }],
  'RegisterTaskDefinitionRequest.placementConstraints': () => [
    { type: 'memberOf', expression: 'attribute:ecs.instance-type =~ t3.*' },
  ],
  'RegisterTaskDefinitionRequest.volumes': () => [{ name: 'data' }],
  'ContainerDefinition.name': (request) => freeContainerName(request),
  'ContainerDefinition.image': () => 'public.ecr.aws/docker/library/nginx:stable',
  'ContainerDefinition.cpu': () => 128,
  'ContainerDefinition.memory': () => 256,
  'ContainerDefinition.memoryReservation': () => 128,
  'ContainerDefinition.essential': () => true,
  'ContainerDefinition.portMappings': (request) => [{ containerPort: freePort(request), protocol: 'tcp' }],
  'ContainerDefinition.environment': () => [{ name: 'NAME', value: 'value' }],
  'ContainerDefinition.healthCheck': (request) => ({
    command: ['CMD-SHELL', `curl -f http://127.0.0.1:${portOf(request)}/ || exit 1`],
    interval: 30,
    timeout: 5,
    retries: 3,
    startPeriod: 10,
  }),
  'ContainerDefinition.logConfiguration': (request) => ({
    logDriver: 'awslogs',
    options: awslogsDefaults(request.task),
  }),
  'ContainerDefinition.restartPolicy': () => ({ enabled: true, restartAttemptPeriod: 300 }),
  'ContainerDefinition.stopTimeout': () => 30,
  'ContainerDefinition.startTimeout': () => 120,
  'ContainerDefinition.user': () => '1000',
  'ContainerDefinition.workingDirectory': () => '/app',
  'ContainerDefinition.hostname': () => 'my-host',
  'ContainerDefinition.linuxParameters': () => ({ initProcessEnabled: true }),
  'ContainerDefinition.ulimits': () => [{ name: 'nofile', softLimit: 65_535, hardLimit: 65_535 }],
  'ContainerDefinition.systemControls': () => [{ namespace: 'net.core.somaxconn', value: '1024' }],
  'ContainerDefinition.versionConsistency': () => 'enabled',
  'ContainerDefinition.resourceRequirements': () => [{ type: 'GPU', value: '1' }],
  'ContainerDefinition.dockerLabels': () => ({ 'com.example.team': 'my-team' }),
  'ContainerDefinition.dependsOn': (request) => {
    const other = otherContainers(request)[0];
    return other === undefined ? [] : [{ containerName: other, condition: 'START' }];
  },
  'ContainerDefinition.mountPoints': ({ task }) => {
    const volume = task.volumes.fields().map((fields) => fields.str('name').value)[0];
    return volume === undefined ? [] : [{ sourceVolume: volume, containerPath: '/data', readOnly: false }];
  },
  'ContainerDefinition.command': () => [],
  'ContainerDefinition.entryPoint': () => [],
  'ContainerDefinition.secrets': () => [],
  'ContainerDefinition.environmentFiles': () => [],
  'ContainerDefinition.volumesFrom': () => [],
  'ContainerDefinition.links': () => [],
  'ContainerDefinition.dnsServers': () => [],
  'ContainerDefinition.dnsSearchDomains': () => [],
  'ContainerDefinition.dockerSecurityOptions': () => [],
  'ContainerDefinition.credentialSpecs': () => [],
  'PortMapping.containerPort': (request) => freePort(request),
  'PortMapping.hostPort': ({ holder, task }) =>
    task.networkMode === 'bridge' ? 0 : (holder.num('containerPort').value ?? 8080),
  'PortMapping.containerPortRange': () => '9000-9010',
  'PortMapping.protocol': () => 'tcp',
  'PortMapping.name': ({ container, holder }) =>
    `${slug((container?.name.value ?? 'app').toLowerCase()) ?? 'app'}-${holder.num('containerPort').value ?? 8080}-tcp`,
  'MountPoint.sourceVolume': ({ task }) => task.volumes.fields()[0]?.str('name').value ?? '',
  'MountPoint.containerPath': () => '/data',
  'VolumeFrom.sourceContainer': (request) => otherContainers(request)[0] ?? '',
  'ContainerDependency.containerName': (request) => otherContainers(request)[0] ?? '',
  'HealthCheck.command': (request) => ['CMD-SHELL', `curl -f http://127.0.0.1:${portOf(request)}/ || exit 1`],
  'HealthCheck.startPeriod': () => 10,
  'LogConfiguration.logDriver': () => 'awslogs',
  'LogConfiguration.options': (request) => (isAwslogs(request) ? awslogsDefaults(request.task) : {}),
  'LogConfiguration.secretOptions': () => [],
  'KeyValuePair.name': () => 'NAME',
  'KeyValuePair.value': () => 'value',
  'Secret.name': () => 'SECRET',
  'Secret.valueFrom': ({ task }) => ownArn(task, 'ssm', regionOf(task) ?? 'us-east-1', 'parameter/my-parameter'),
  'RepositoryCredentials.credentialsParameter': ({ task }) =>
    ownArn(task, 'secretsmanager', regionOf(task) ?? 'us-east-1', 'secret:my-registry'),
  'FirelensConfiguration.type': () => 'fluentbit',
  'ProxyConfiguration.containerName': ({ task }) => task.containers[0]?.name.value ?? 'envoy',
  'Volume.name': ({ task }) =>
    freeName(
      'data',
      task.volumes.fields().map((fields) => fields.str('name').value),
    ),
  'Volume.host': () => ({}),
  'Volume.efsVolumeConfiguration': () => ({ fileSystemId: 'fs-<ID>', transitEncryption: 'ENABLED' }),
  'EFSVolumeConfiguration.fileSystemId': () => 'fs-<ID>',
  'EFSVolumeConfiguration.transitEncryption': () => 'ENABLED',
  'EFSVolumeConfiguration.rootDirectory': () => '/',
  'EphemeralStorage.sizeInGiB': () => 30,
  'Tag.key': () => 'Name',
  'Tag.value': () => 'my-task',
  'Ulimit.name': () => 'nofile',
  'Ulimit.softLimit': ({ holder }) => holder.num('hardLimit').value ?? 65_535,
  'Ulimit.hardLimit': ({ holder }) => holder.num('softLimit').value ?? 65_535,
  'Tmpfs.containerPath': () => '/tmp',
  'Tmpfs.size': () => 64,
  'LinuxParameters.tmpfs': () => [{ containerPath: '/tmp', size: 64 }],
  'LinuxParameters.capabilities': () => ({ drop: ['ALL'] }),
  'KernelCapabilities.add': () => ['SYS_PTRACE'],
  'KernelCapabilities.drop': () => ['ALL'],
  'RuntimePlatform.operatingSystemFamily': () => 'LINUX',
  'RuntimePlatform.cpuArchitecture': () => 'X86_64',
  ...servicePresets,
};

/** A container that ECS takes as it stands. */
export function newContainer(request: CompletionRequest): object {
  return {
    name: freeContainerName(request),
    image: 'public.ecr.aws/docker/library/nginx:stable',
    essential: true,
    ...memoryIfNeeded(request),
  };
}

/** Without a size for the whole task every container needs one of its own. */
function memoryIfNeeded({ task }: CompletionRequest): object {
  const fargate = task.launch('FARGATE');
  return task.memory === undefined && fargate !== 'yes' && fargate !== 'likely' ? { memory: 256 } : {};
}

/** Names of the containers beside the one at the cursor. */
export function otherContainers({ task, container }: CompletionRequest): string[] {
  return task.containers.filter((one) => one !== container).flatMap(({ name }) => name.value ?? []);
}

function isAwslogs({ holder }: CompletionRequest): boolean {
  return holder.str('logDriver').value === 'awslogs';
}

function freeContainerName({ task }: CompletionRequest): string {
  return freeName(
    'app',
    task.containers.map(({ name }) => name.value),
  );
}

function freeName(wanted: string, taken: readonly (string | undefined)[]): string {
  let name = wanted;
  for (let n = 2; taken.includes(name); n++) name = `${wanted}-${n}`;
  return name;
}

/** A port that no container of the task uses: under awsvpc they share one network. */
function freePort({ task }: CompletionRequest): number {
  const taken = new Set(
    task.containers.flatMap(({ fields }) =>
      fields
        .list('portMappings')
        .fields()
        .map((mapping) => mapping.num('containerPort').value),
    ),
  );
  return [8080, 8081, 8082, 8083, 8084, 3000, 5000].find((port) => !taken.has(port)) ?? 9090;
}

function portOf({ container }: CompletionRequest): number {
  return container?.fields.list('portMappings').fields()[0]?.num('containerPort').value ?? 8080;
}
