import * as l10n from '@vscode/l10n';
import type { Task } from '../document/task.ts';

/** Members that no platform takes any more. */
const retired: ReadonlySet<string> = new Set(['RegisterTaskDefinitionRequest.inferenceAccelerators']);

/** Members that Fargate refuses whatever their value, by schema id. */
const notOnFargate: ReadonlySet<string> = new Set([
  'RegisterTaskDefinitionRequest.placementConstraints',
  'RegisterTaskDefinitionRequest.ipcMode',
  'RegisterTaskDefinitionRequest.inferenceAccelerators',
  'ContainerDefinition.links',
  'ContainerDefinition.hostname',
  'ContainerDefinition.dnsServers',
  'ContainerDefinition.dnsSearchDomains',
  'ContainerDefinition.extraHosts',
  'ContainerDefinition.disableNetworking',
  'ContainerDefinition.dockerSecurityOptions',
  'ContainerDefinition.privileged',
  'ContainerDefinition.resourceRequirements',
  'LinuxParameters.devices',
  'LinuxParameters.sharedMemorySize',
  'LinuxParameters.maxSwap',
  'LinuxParameters.swappiness',
  'Volume.dockerVolumeConfiguration',
  'Volume.fsxWindowsFileServerVolumeConfiguration',
  'HostVolumeProperties.sourcePath',
]);

/** Members that only Fargate has. */
const onlyOnFargate: ReadonlySet<string> = new Set(['RegisterTaskDefinitionRequest.ephemeralStorage']);

/** Members that awsvpc forbids on any launch type. */
const notInAwsvpc: ReadonlySet<string> = new Set([
  'ContainerDefinition.hostname',
  'ContainerDefinition.dnsServers',
  'ContainerDefinition.dnsSearchDomains',
  'ContainerDefinition.extraHosts',
  'ContainerDefinition.disableNetworking',
]);

/** Members that Windows containers do not have. */
const notOnWindows: ReadonlySet<string> = new Set([
  'RegisterTaskDefinitionRequest.pidMode',
  'RegisterTaskDefinitionRequest.ipcMode',
  'RegisterTaskDefinitionRequest.proxyConfiguration',
  'ContainerDefinition.linuxParameters',
  'ContainerDefinition.privileged',
  'ContainerDefinition.user',
  'ContainerDefinition.readonlyRootFilesystem',
  'ContainerDefinition.disableNetworking',
  'ContainerDefinition.dnsServers',
  'ContainerDefinition.dnsSearchDomains',
  'ContainerDefinition.extraHosts',
  'ContainerDefinition.links',
  'ContainerDefinition.ulimits',
  'ContainerDefinition.memoryReservation',
  'ContainerDefinition.systemControls',
  'ContainerDefinition.firelensConfiguration',
  'Volume.efsVolumeConfiguration',
  'Volume.s3filesVolumeConfiguration',
  'Volume.configuredAtLaunch',
]);

/** Who refuses what; of several reasons the first is said. A test holds this to the rules, for every member. */
const refusals: readonly { members: ReadonlySet<string>; when: (task: Task) => boolean; why: () => string }[] = [
  { members: retired, when: () => true, why: () => l10n.t('retired') },
  { members: notOnFargate, when: onFargate, why: () => l10n.t('not on Fargate') },
  { members: notOnWindows, when: (task) => task.windows === 'yes', why: () => l10n.t('not on Windows') },
  {
    members: new Set(['ContainerDefinition.environmentFiles']),
    when: (task) => task.windows === 'yes' && onFargate(task),
    why: () => l10n.t('not for Windows on Fargate'),
  },
  {
    members: new Set(['Volume.fsxWindowsFileServerVolumeConfiguration']),
    when: (task) => task.windows === 'no',
    why: () => l10n.t('only on Windows'),
  },
  { members: onlyOnFargate, when: (task) => task.launch('FARGATE') === 'no', why: () => l10n.t('only on Fargate') },
  {
    members: new Set(['Volume.dockerVolumeConfiguration']),
    when: (task) => task.launch('MANAGED_INSTANCES') === 'yes',
    why: () => l10n.t('not on Managed Instances'),
  },
  {
    members: new Set(['Volume.efsVolumeConfiguration', 'Volume.configuredAtLaunch']),
    when: (task) => task.launch('EXTERNAL') === 'yes',
    why: () => l10n.t('not on external instances'),
  },
  { members: notInAwsvpc, when: (task) => task.networkMode === 'awsvpc', why: () => l10n.t('not with awsvpc') },
  {
    members: new Set(['RegisterTaskDefinitionRequest.proxyConfiguration']),
    when: ({ networkMode }) => networkMode !== undefined && networkMode !== 'awsvpc',
    why: () => l10n.t('only with awsvpc'),
  },
  {
    members: new Set(['ContainerDefinition.links']),
    when: ({ networkMode }) => networkMode !== undefined && networkMode !== 'bridge',
    why: () => l10n.t('only with bridge'),
  },
  {
    members: new Set(['ContainerDefinition.portMappings']),
    when: (task) => task.networkMode === 'none',
    why: () => l10n.t('not without a network'),
  },
];

/** Why ECS refuses a member in this task definition; undefined when it does not, or when that is not known. */
export function refusal(task: Task, memberId: string): string | undefined {
  return refusals.find(({ members, when }) => members.has(memberId) && when(task))?.why();
}

/** How each platform takes a member, for hovers. */
export function supportOf(memberId: string): { fargate: boolean; windows: boolean; ec2: boolean } {
  const lives = !retired.has(memberId);
  return {
    fargate: lives && !notOnFargate.has(memberId),
    windows: lives && !notOnWindows.has(memberId),
    ec2: lives && !onlyOnFargate.has(memberId),
  };
}

function onFargate(task: Task): boolean {
  const fargate = task.launch('FARGATE');
  return fargate === 'yes' || fargate === 'likely';
}
