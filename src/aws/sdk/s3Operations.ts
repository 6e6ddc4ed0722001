import * as sdk from '@aws-sdk/client-s3';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

/** Behind a configured endpoint buckets have no host names of their own. */
export const createClient = (config: ClientConfig) =>
  new sdk.S3Client({ ...config, forcePathStyle: config.endpoint !== undefined });

export const operations = {
  HeadObject: reads(sdk.HeadObjectCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
