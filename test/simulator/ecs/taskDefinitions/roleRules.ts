import { duplicate, eachContainer, isFargate, type DefinitionRule } from './rule.ts';

const ECR = /^\d{12}\.dkr[.-]ecr/;
const MOST_ENVIRONMENT_FILES = 10;

/** Roles, secrets and environment files. */
export const roleRules: readonly DefinitionRule[] = [
  eachContainer(({ image }, input) =>
    isFargate(input) && ECR.test(image ?? '') && !input.executionRoleArn
      ? 'Fargate requires task definition to have execution role ARN to support ECR images.'
      : undefined,
  ),
  eachContainer(({ logConfiguration }, input) =>
    isFargate(input) && logConfiguration?.logDriver === 'awslogs' && !input.executionRoleArn
      ? 'Fargate requires task definition to have execution role ARN to support log driver awslogs.'
      : undefined,
  ),
  eachContainer(({ secrets }, input) =>
    secrets?.length && !input.executionRoleArn
      ? "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'."
      : undefined,
  ),
  eachContainer(({ repositoryCredentials }, input) =>
    repositoryCredentials && !input.executionRoleArn
      ? 'Private repository authentication requires that the task definition specify a value for executionRoleArn.'
      : undefined,
  ),
  eachContainer(({ secrets = [] }) => {
    const twice = duplicate(secrets.map((secret) => secret.name ?? ''));
    return twice && `Duplicate secret names found: ${twice}. Each secret name must be unique.`;
  }),
  eachContainer(({ secrets = [], environment = [] }) => {
    const shared = secrets.find((secret) => environment.some((variable) => variable.name === secret.name));
    return (
      shared &&
      `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${shared.name}'.`
    );
  }),
  eachContainer(({ environmentFiles = [] }) =>
    environmentFiles.length > MOST_ENVIRONMENT_FILES
      ? 'The maximum number of environment files was exceeded. Specify ten or less and try again'
      : undefined,
  ),
  eachContainer(({ environmentFiles = [] }) =>
    environmentFiles.some((file) => !/^arn:[^:]+:s3:::/.test(file.value ?? '')) ? 'Invalid arn syntax' : undefined,
  ),
];
