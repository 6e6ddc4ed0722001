import { covers } from '../policy/patterns.ts';
import type { Policy } from '../policy/policyDocument.ts';

/** Everything that ECS does with an execution role, for whatever task: many share one. */
const ofExecution: readonly string[] = [
  'ecr:GetAuthorizationToken',
  'ecr:BatchCheckLayerAvailability',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchGetImage',
  // The first pull through a cache makes the repository and fetches the image.
  'ecr:BatchImportUpstreamImage',
  'ecr:CreateRepository',
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'logs:DescribeLogStreams',
  'logs:DescribeLogGroups',
  'logs:PutRetentionPolicy',
  'secretsmanager:GetSecretValue',
  'secretsmanager:DescribeSecret',
  'ssm:GetParameters',
  'ssm:GetParameter',
  'ssm:GetParametersByPath',
  'kms:Decrypt',
  'kms:DescribeKey',
  's3:GetObject',
  's3:GetObjectVersion',
  's3:GetBucketLocation',
  's3:ListBucket',
  'fsx:DescribeFileSystems',
];

/** Verbs that only look: harmless enough not to be named. */
const looking = /:(?:Get|List|Describe|BatchGet|BatchCheck)[A-Za-z*]*$/i;

/**
 * What an execution role may do, and ECS never does with it: actions as its policies name them. A policy of AWS's own for
 * ECS is not held against anybody, nor what only looks.
 */
export function superfluousActions(policies: readonly Policy[]): string[] {
  const named = policies
    .filter(({ name }) => !/^AmazonECS|^AmazonEC2ContainerService/.test(name))
    .flatMap(({ statements }) => statements)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions, notActions }) => actions ?? (notActions ? ['*'] : []));
  return [...new Set(named)].filter((action) => !isUsed(action) && !looking.test(action));
}

/** A wildcard within a service that ECS uses counts as used only where all that it stands for is. */
function isUsed(action: string): boolean {
  const lower = action.toLowerCase();
  if (/[*?]/.test(lower))
    return /^(?:ecr|logs):/.test(lower) && ofExecution.some((used) => covers(lower, used.toLowerCase()));
  return ofExecution.some((used) => used.toLowerCase() === lower);
}
