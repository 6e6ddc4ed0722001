import { containersOf, duplicate, eachContainer, whole, type DefinitionRule } from './rule.ts';

/** Volumes and what mounts them. */
export const volumeRules: readonly DefinitionRule[] = [
  whole(({ volumes = [] }) =>
    duplicate(volumes.flatMap((volume) => volume.name ?? []))
      ? 'Volume names must be unique within a task definition'
      : undefined,
  ),
  eachContainer(({ mountPoints = [] }, { volumes = [] }) => {
    const unknown = mountPoints.find((mount) => !volumes.some((volume) => volume.name === mount.sourceVolume));
    return unknown && `Unknown volume '${unknown.sourceVolume}'.`;
  }),
  whole((input) => {
    const mounted = containersOf(input).flatMap(
      (container) => container.mountPoints?.map((mount) => mount.sourceVolume) ?? [],
    );
    const idle = input.volumes?.find((volume) => volume.configuredAtLaunch && !mounted.includes(volume.name));
    return idle && `Volumes [${idle.name}] are not referenced by any of the containers`;
  }),
  function* ({ volumes = [] }) {
    for (const { efsVolumeConfiguration: efs } of volumes) {
      if (!efs) continue;
      const encrypted = efs.transitEncryption === 'ENABLED';
      const access = efs.authorizationConfig;
      if (access?.iam === 'ENABLED' && !encrypted)
        yield 'EFS IAM authorization requires TransitEncryption to be enabled';
      if (access?.accessPointId && !encrypted) yield 'EFS Access Point requires TransitEncryption to be enabled';
      if (access?.accessPointId && efs.rootDirectory !== undefined && efs.rootDirectory !== '/') {
        yield 'When using an EFS access point, the root directory must either be set to "/" or be omitted';
      }
      if (efs.transitEncryptionPort !== undefined && !encrypted) {
        yield 'TransitEncryptionPort requires that TransitEncryption is enabled';
      }
    }
  },
];
