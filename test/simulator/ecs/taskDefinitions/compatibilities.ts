import type { Compatibility, TaskDefinition } from '@aws-sdk/client-ecs';
import { isFargateSize } from './sizes.ts';

/** The launch types that a definition could run on, in the order in which the service lists them. */
export function compatibilitiesOf(definition: TaskDefinition): Compatibility[] {
  if (definition.networkMode === 'awsvpc') return fitsFargate(definition) ? ['EC2', 'FARGATE'] : ['EC2'];
  const external = !definition.volumes?.some((volume) => volume.efsVolumeConfiguration);
  return external ? ['EXTERNAL', 'EC2'] : ['EC2'];
}

function fitsFargate(definition: TaskDefinition): boolean {
  const windows = definition.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ?? false;
  return (
    isFargateSize(Number(definition.cpu), Number(definition.memory), windows) &&
    definition.ipcMode === undefined &&
    definition.pidMode !== 'host' &&
    !definition.placementConstraints?.length &&
    !definition.containerDefinitions?.some((container) => container.privileged || container.links?.length) &&
    !definition.volumes?.some((volume) => volume.dockerVolumeConfiguration || volume.host?.sourcePath)
  );
}
