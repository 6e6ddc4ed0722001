import type {
  ContainerDefinition,
  HealthCheck,
  NetworkMode,
  PortMapping,
  RegisterTaskDefinitionRequest,
  TaskDefinition,
  Volume,
} from '@aws-sdk/client-ecs';
import { compatibilitiesOf } from './compatibilities.ts';
import { requiredAttributes } from './requiredAttributes.ts';
import { parseCpu, parseMemory } from './sizes.ts';

/** What the service makes of a definition: the defaults that it fills in and that DescribeTaskDefinition shows ever after. */
export function normaliseTaskDefinition(input: RegisterTaskDefinitionRequest): TaskDefinition {
  const { tags: _tags, cpu, memory, ...rest } = structuredClone(input);
  const definition: TaskDefinition = {
    ...rest,
    ...(cpu === undefined ? {} : { cpu: String(parseCpu(cpu) ?? cpu) }),
    ...(memory === undefined ? {} : { memory: String(parseMemory(memory) ?? memory) }),
    containerDefinitions: (input.containerDefinitions ?? []).map((each) => normaliseContainer(each, input.networkMode)),
    volumes: (input.volumes ?? []).map(normaliseVolume),
    placementConstraints: input.placementConstraints ?? [],
    enableFaultInjection: input.enableFaultInjection ?? false,
  };
  if (input.requiresCompatibilities?.length === 0) delete definition.requiresCompatibilities;
  definition.compatibilities = compatibilitiesOf(definition);
  definition.requiresAttributes = requiredAttributes(definition);
  return definition;
}

function normaliseContainer(container: ContainerDefinition, networkMode: NetworkMode | undefined): ContainerDefinition {
  return {
    ...structuredClone(container),
    cpu: container.cpu ?? 0,
    portMappings: (container.portMappings ?? []).map((mapping) => normalisePort(mapping, networkMode)),
    essential: container.essential ?? true,
    environment: container.environment ?? [],
    mountPoints: container.mountPoints ?? [],
    volumesFrom: container.volumesFrom ?? [],
    systemControls: container.systemControls ?? [],
    ...(container.healthCheck ? { healthCheck: normaliseHealthCheck(container.healthCheck) } : {}),
  };
}

function normalisePort(mapping: PortMapping, networkMode: NetworkMode | undefined): PortMapping {
  const { hostPort, protocol, ...rest } = mapping;
  const known = protocol === 'udp' ? 'udp' : 'tcp';
  if (mapping.containerPortRange !== undefined) return { ...rest, protocol: known };
  const shared = networkMode === 'awsvpc' || networkMode === 'host';
  return { ...rest, hostPort: hostPort ?? (shared ? mapping.containerPort : 0), protocol: known };
}

function normaliseHealthCheck(check: HealthCheck): HealthCheck {
  return { ...check, interval: check.interval ?? 30, timeout: check.timeout ?? 5, retries: check.retries ?? 3 };
}

function normaliseVolume(volume: Volume): Volume {
  const copy = structuredClone(volume);
  const configured = Object.keys(copy).some((key) => key !== 'name' && key !== 'host');
  if (!configured && copy.host === undefined) copy.host = {};
  if (copy.efsVolumeConfiguration) {
    copy.efsVolumeConfiguration = { rootDirectory: '/', ...copy.efsVolumeConfiguration };
  }
  return copy;
}
