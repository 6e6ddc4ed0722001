import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A partition as the SDK keeps it for finding endpoints. */
export interface SdkPartition {
  id: string;
  regionRegex: string;
  outputs: { dnsSuffix: string; dualStackDnsSuffix: string };
  regions: Record<string, { description?: string }>;
}

const client = createRequire(import.meta.url).resolve('@aws-sdk/client-ecs/package.json');
const core = createRequire(client).resolve('@aws-sdk/core/package.json');
const table = join(dirname(core), 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js');
const { partitionsInfo } = (await import(pathToFileURL(table).href)) as {
  partitionsInfo: { partitions: SdkPartition[] };
};

/** The partitions of the installed SDK. */
export const sdkPartitions: readonly SdkPartition[] = partitionsInfo.partitions;

/** The Regions of a partition, without its stand-ins for what has no Region. */
export function regionsOf({ regions }: SdkPartition): [name: string, description: string][] {
  return Object.entries(regions).flatMap(([name, { description = '' }]) =>
    name.endsWith('-global') ? [] : [[name, description]],
  );
}
