import * as sdk from '@aws-sdk/client-secrets-manager';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.SecretsManagerClient(config);

export const operations = {
  DescribeSecret: reads(sdk.DescribeSecretCommand, 'unmetered'),
  GetSecretValue: reads(sdk.GetSecretValueCommand, 'unmetered'),
  ListSecrets: reads(sdk.ListSecretsCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
