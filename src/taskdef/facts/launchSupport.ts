import * as l10n from '@vscode/l10n';
import type { Task } from '../document/task.ts';

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

/** Members that no network mode but bridge allows. */
const onlyInBridge: ReadonlySet<string> = new Set(['ContainerDefinition.links']);

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
]);

/** Why ECS refuses a member in this task definition; undefined when it does not, or when that is not known. */
export function refusal(task: Task, memberId: string): string | undefined {
  const fargate = task.launch('FARGATE');
  if (memberId === 'RegisterTaskDefinitionRequest.inferenceAccelerators') return l10n.t('retired');
  if ((fargate === 'yes' || fargate === 'likely') && notOnFargate.has(memberId)) return l10n.t('not on Fargate');
  if (task.windows === 'yes' && notOnWindows.has(memberId)) return l10n.t('not on Windows');
  if (fargate === 'no' && onlyOnFargate.has(memberId)) return l10n.t('only on Fargate');
  if (task.networkMode === 'awsvpc' && notInAwsvpc.has(memberId)) return l10n.t('not with awsvpc');
  if (task.networkMode !== undefined && task.networkMode !== 'bridge' && onlyInBridge.has(memberId))
    return l10n.t('only with bridge');
  return undefined;
}

/** How each platform takes a member, for hovers. */
export function supportOf(memberId: string): { fargate: boolean; windows: boolean; ec2: boolean } {
  return {
    fargate: !notOnFargate.has(memberId),
    windows: !notOnWindows.has(memberId),
    ec2: !onlyOnFargate.has(memberId),
  };
}
