import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { containersOf, isFargate, whole, type DefinitionRule } from './rule.ts';
import { isFargateSize, parseCpu, parseMemory } from './sizes.ts';

const LONGEST_TIMEOUT_S = 120;

/** What only definitions for Fargate are refused for. */
export const fargateRules: readonly DefinitionRule[] = [
  onFargate((input) => (input.networkMode === 'awsvpc' ? undefined : "Fargate only supports network mode 'awsvpc'.")),
  onFargate(({ cpu }) => (cpu === undefined ? "Fargate requires that 'cpu' be defined at the task level." : undefined)),
  onFargate(({ memory }) =>
    memory === undefined ? "Fargate requires that 'memory' be defined at the task level." : undefined,
  ),
  onFargate(sizeRefusal),
  onFargate(({ ipcMode }) => (ipcMode ? 'Fargate compatible task definitions do not support ipcMode' : undefined)),
  onFargate(({ pidMode }) =>
    pidMode === 'host'
      ? "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'."
      : undefined,
  ),
  onFargate(({ placementConstraints }) =>
    placementConstraints?.length ? 'Fargate compatible task definitions do not support constraints' : undefined,
  ),
  onFargate(({ volumes = [] }) =>
    volumes.some((volume) => volume.host?.sourcePath)
      ? 'Fargate compatible task definitions do not support sourcePath'
      : undefined,
  ),
  onFargate(({ volumes = [] }) =>
    volumes.some((volume) => volume.dockerVolumeConfiguration)
      ? 'Fargate compatible task definitions do not support dockerVolumeConfiguration'
      : undefined,
  ),
  onFargate(({ ephemeralStorage }) =>
    ephemeralStorage && (ephemeralStorage.sizeInGiB ?? 0) < 21
      ? 'EphemeralStorage size should be at least 21'
      : undefined,
  ),
  onFargate((input) => firstOf(input, containerRefusal)),
  whole((input) =>
    input.ephemeralStorage && input.requiresCompatibilities?.length && !isFargate(input)
      ? 'Tasks using the EC2 launch type do not support EphemeralStorage'
      : undefined,
  ),
];

function onFargate(check: (input: RegisterTaskDefinitionRequest) => string | undefined): DefinitionRule {
  return whole((input) => (isFargate(input) ? check(input) : undefined));
}

function sizeRefusal(input: RegisterTaskDefinitionRequest): string | undefined {
  const windows = input.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ?? false;
  const cpu = parseCpu(input.cpu ?? '');
  const memory = parseMemory(input.memory ?? '');
  if (cpu === undefined || memory === undefined) return undefined;
  return isFargateSize(cpu, memory, windows) ? undefined : 'No Fargate configuration exists for given values.';
}

function firstOf(
  input: RegisterTaskDefinitionRequest,
  check: (container: ContainerDefinition) => string | undefined,
): string | undefined {
  for (const container of containersOf(input)) {
    const refusal = check(container);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function containerRefusal(container: ContainerDefinition): string | undefined {
  if (container.privileged) return "Fargate requires that the 'privileged' setting be 'false'";
  if (container.dockerSecurityOptions?.length)
    return 'Fargate compatible task definitions do not support dockerSecurityOptions';
  const linux = container.linuxParameters;
  for (const member of ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'] as const) {
    const value = linux?.[member];
    const given = Array.isArray(value) ? value.length > 0 : value !== undefined;
    if (given) return `Fargate compatible task definitions do not support ${member}`;
  }
  const capability = linux?.capabilities?.add?.find((each) => each !== 'SYS_PTRACE');
  if (capability) return `${capability} is not allowed on Fargate.`;
  if (container.resourceRequirements?.some((each) => each.type === 'GPU')) {
    return 'Tasks using the Fargate launch type do not support GPU resource requirements';
  }
  if ((container.stopTimeout ?? 0) > LONGEST_TIMEOUT_S) {
    return 'Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds';
  }
  return undefined;
}
