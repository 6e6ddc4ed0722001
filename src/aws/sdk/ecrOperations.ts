import * as sdk from '@aws-sdk/client-ecr';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.ECRClient(config);

export const operations = {
  BatchGetImage: reads(sdk.BatchGetImageCommand, 'unmetered'),
  DescribeImages: reads(sdk.DescribeImagesCommand, 'unmetered'),
  DescribeRepositories: reads(sdk.DescribeRepositoriesCommand, 'unmetered'),
  GetDownloadUrlForLayer: reads(sdk.GetDownloadUrlForLayerCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
