import type { ServiceManagedEBSVolumeConfiguration } from '@aws-sdk/client-ecs';
import { each, isDaemon, outside, type ServiceRule, whole } from './rule.ts';

const INVALID = 'ECS managed EBS volume configuration was invalid';

interface VolumeType {
  sizes: [number, number];
  iops?: [number, number];
  perGib?: number;
  throughput?: [number, number];
}

/** What the EBS user guide says of each type. */
const TYPES: Readonly<Record<string, VolumeType>> = {
  gp2: { sizes: [1, 16_384] },
  gp3: { sizes: [1, 65_536], iops: [3000, 80_000], perGib: 500, throughput: [125, 2000] },
  io1: { sizes: [4, 16_384], iops: [100, 64_000], perGib: 50 },
  io2: { sizes: [4, 65_536], iops: [100, 256_000], perGib: 1000 },
  st1: { sizes: [125, 16_384] },
  sc1: { sizes: [125, 16_384] },
  standard: { sizes: [1, 1024] },
};

/** Volumes that are configured when tasks are launched. */
export const volumeRules: readonly ServiceRule[] = [
  whole(
    (input) =>
      isDaemon(input) &&
      Boolean(input.volumeConfigurations?.length) &&
      'volumeConfigurations is only supported for REPLICA service and not DAEMON service.',
  ),
  whole(
    ({ volumeConfigurations = [] }) =>
      volumeConfigurations.length > 1 && 'volumeConfigurations can have at most 1 items.',
  ),
  each(
    ({ volumeConfigurations }) => volumeConfigurations,
    ({ managedEBSVolume }) => !fits(managedEBSVolume) && INVALID,
  ),
];

function fits(volume: ServiceManagedEBSVolumeConfiguration | undefined): boolean {
  if (!volume) return false;
  const { volumeType = 'gp3', sizeInGiB, snapshotId, iops, throughput, volumeInitializationRate } = volume;
  const type = TYPES[volumeType];
  if (!type || (sizeInGiB === undefined && snapshotId === undefined)) return false;
  if (volumeInitializationRate !== undefined && snapshotId === undefined) return false;
  if (outside(sizeInGiB, ...type.sizes)) return false;
  if (iops === undefined ? volumeType.startsWith('io') : !type.iops || outside(iops, ...type.iops)) return false;
  if (
    iops !== undefined &&
    sizeInGiB !== undefined &&
    iops > Math.max(volumeType === 'gp3' ? 3000 : 0, sizeInGiB * (type.perGib ?? 0))
  )
    return false;
  if (throughput === undefined) return true;
  return type.throughput !== undefined && !outside(throughput, ...type.throughput) && throughput <= (iops ?? 3000) / 4;
}
