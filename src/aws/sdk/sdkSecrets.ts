import { DescribeSecretCommand, GetSecretValueCommand, ListSecretsCommand } from '@aws-sdk/client-secrets-manager';

export { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Every Secrets Manager operation that the product may call: none of them changes anything. */
export const secretsReads = {
  DescribeSecret: DescribeSecretCommand,
  GetSecretValue: GetSecretValueCommand,
  ListSecrets: ListSecretsCommand,
};
