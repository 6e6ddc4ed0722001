import { capabilities, mountOptions, systemControlNamespaces } from '../facts/linuxNames.ts';
import { serviceLists } from './serviceValues.ts';
import type { CompletionRequest, Proposal } from './request.ts';

/** Values that are always the same, by schema id. */
const lists: Readonly<Record<string, readonly (string | number)[]>> = {
  'EphemeralStorage.sizeInGiB': [21, 30, 50, 100, 200],
  'PortMapping.containerPort': [80, 443, 3000, 5000, 8000, 8080, 8443, 9090],
  'MountPoint.containerPath': ['/data', '/tmp', '/var/log/app', '/mnt/efs'],
  'ContainerDefinition.user': ['1000', '1000:1000', 'nobody', '0'],
  'ContainerDefinition.dockerSecurityOptions[]': ['no-new-privileges'],
  'DockerVolumeConfiguration.driver': ['local', 'rexray/ebs', 'rexray/efs'],
  'SystemControl.namespace': systemControlNamespaces,
  'Tmpfs.mountOptions[]': mountOptions,
  'Tmpfs.containerPath': ['/tmp', '/run', '/var/run'],
  'KernelCapabilities.drop[]': capabilities,
  'Tag.key': ['Name', 'Environment', 'Service', 'Owner', 'Project', 'CostCenter'],
  'ResourceRequirement.value': ['1', 'ALL'],
  'HealthCheck.interval': [30, 10, 15, 60, 5],
  'HealthCheck.timeout': [5, 2, 10],
  'HealthCheck.retries': [3, 2, 5],
  'HealthCheck.startPeriod': [10, 30, 60, 120, 300],
  'ContainerDefinition.stopTimeout': [30, 60, 120],
  'ContainerDefinition.startTimeout': [30, 60, 120],
  ...serviceLists,
};

export function staticValues(id: string, request: CompletionRequest): Proposal[] {
  if (id === 'KernelCapabilities.add[]') {
    const fargate = request.task.launch('FARGATE') === 'yes';
    return (fargate ? ['SYS_PTRACE'] : capabilities).map((value) => ({ value }));
  }
  if (id === 'HealthCheck.command[]')
    return request.cursor.path.at(-1) === 0 ? [{ value: 'CMD-SHELL' }, { value: 'CMD' }] : [];
  if (id === 'Ulimit.name') return ulimits(request);
  return (lists[id] ?? []).map((value) => ({ value }));
}

/** nofile first: it is the one that Fargate honours. */
function ulimits({ place }: CompletionRequest): Proposal[] {
  const names = place.member?.enumValues ?? [];
  return ['nofile', ...names.filter((name) => name !== 'nofile')].map((value) => ({ value }));
}
