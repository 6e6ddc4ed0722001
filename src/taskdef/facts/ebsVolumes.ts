/** From the least to the most that is taken; `documented` is the most that ECS's own pages say, where EBS takes more. */
export interface Bounds {
  least: number;
  most: number;
  documented?: number;
}

export interface EbsVolumeType {
  size: Bounds;
  /** Absent where the type has none to choose. */
  iops?: Bounds;
  throughput?: Bounds;
  /** Most IOPS for each GiB. */
  iopsPerGib?: number;
  /** Whether IOPS have to be said. */
  needsIops?: boolean;
}

/** The types of an EBS volume and their bounds. Source: CreateVolume in the EC2 API reference. */
export const ebsVolumeTypes: Readonly<Record<string, EbsVolumeType>> = {
  gp2: { size: { least: 1, most: 16_384 } },
  gp3: {
    size: { least: 1, most: 65_536, documented: 16_384 },
    iops: { least: 3000, most: 80_000, documented: 16_000 },
    throughput: { least: 125, most: 2000, documented: 1000 },
    iopsPerGib: 500,
  },
  io1: { size: { least: 4, most: 16_384 }, iops: { least: 100, most: 64_000 }, iopsPerGib: 50, needsIops: true },
  io2: {
    size: { least: 4, most: 65_536, documented: 16_384 },
    iops: { least: 100, most: 256_000 },
    iopsPerGib: 1000,
    needsIops: true,
  },
  st1: { size: { least: 125, most: 16_384 } },
  sc1: { size: { least: 125, most: 16_384 } },
  standard: { size: { least: 1, most: 1024 } },
};

/** IOPS of a gp3 volume whatever its size. */
export const gp3Iops = 3000;

/** Most MiB a second for each IOPS of a gp3 volume. */
export const gp3ThroughputPerIops = 0.25;
