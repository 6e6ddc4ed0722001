import type { TaskDefinition } from '@aws-sdk/client-ecs';

/** The platform that an image must be built for, as registries write it. */
export function platformOf(definition: TaskDefinition): string {
  const arm = definition.runtimePlatform?.cpuArchitecture === 'ARM64';
  const windows = definition.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ?? false;
  return `${windows ? 'windows' : 'linux'}/${arm ? 'arm64' : 'amd64'}`;
}
