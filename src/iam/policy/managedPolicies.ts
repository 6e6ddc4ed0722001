import { parsePolicy, type Policy } from './policyDocument.ts';

/** A policy of AWS that is known here, and need not be read. */
interface ManagedPolicy {
  /** Behind `arn:<partition>:iam::aws:policy/`. */
  readonly path: string;
  readonly document: object;
}

const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

/**
 * What AWS's own policies grant, as far as it is what ECS needs and has stood for years: pulling from ECR and writing to
 * log streams, no log groups, no secrets, no parameters, no keys and no files.
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html
 */
const managedPolicies: readonly ManagedPolicy[] = [
  {
    path: 'service-role/AmazonECSTaskExecutionRolePolicy',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: [
            'ecr:GetAuthorizationToken',
            'ecr:BatchCheckLayerAvailability',
            'ecr:GetDownloadUrlForLayer',
            'ecr:BatchGetImage',
            'logs:CreateLogStream',
            'logs:PutLogEvents',
          ],
          Resource: '*',
        },
      ],
    },
  },
  { path: 'AdministratorAccess', document: everything },
  {
    path: 'CloudWatchLogsFullAccess',
    document: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['logs:*', 'cloudwatch:GenerateQuery'], Resource: '*' }],
    },
  },
  {
    path: 'AWSXRayDaemonWriteAccess',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: [
            'xray:PutTraceSegments',
            'xray:PutTelemetryRecords',
            'xray:GetSamplingRules',
            'xray:GetSamplingTargets',
            'xray:GetSamplingStatisticSummaries',
          ],
          Resource: '*',
        },
      ],
    },
  },
];

/** The name of the policy that the ECS console attaches to execution roles. */
export const taskExecutionPolicy = 'AmazonECSTaskExecutionRolePolicy';

/** One of AWS's own policies by its ARN; undefined where it is not known here or somebody else's. */
export function managedPolicy(arn: string): Policy | undefined {
  const path = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  const known = managedPolicies.find((policy) => policy.path === path);
  return known && parsePolicy(known.path.split('/').at(-1) ?? '', JSON.stringify(known.document));
}
