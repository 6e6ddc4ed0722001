import type { Bucket, Operation } from './operationTable.ts';

/**
 * Every service that can be called, by the name of its IAM actions. `id` is the SDK's service id as config files spell
 * it; variables of the environment have it in capitals. Each client with its operations is a chunk of its own, loaded
 * when the service is first asked.
 */
export const services = {
  'application-autoscaling': { id: 'application_auto_scaling', load: () => import('./sdkAutoScaling.ts') },
  ec2: { id: 'ec2', load: () => import('./sdkEc2.ts') },
  ecr: { id: 'ecr', load: () => import('./sdkEcr.ts') },
  ecs: { id: 'ecs', load: () => import('./sdkEcs.ts') },
  elasticfilesystem: { id: 'efs', load: () => import('./sdkEfs.ts') },
  elasticloadbalancing: { id: 'elastic_load_balancing_v2', load: () => import('./sdkLoadBalancing.ts') },
  iam: { id: 'iam', load: () => import('./sdkIam.ts') },
  logs: { id: 'cloudwatch_logs', load: () => import('./sdkLogs.ts') },
  s3: { id: 's3', load: () => import('./sdkS3.ts') },
  secretsmanager: { id: 'secrets_manager', load: () => import('./sdkSecrets.ts') },
  ssm: { id: 'ssm', load: () => import('./sdkSsm.ts') },
  sts: { id: 'sts', load: () => import('./sdkSts.ts') },
};

export type ServiceName = keyof typeof services;

/** The request bucket of a read. Loads the service's chunk, without which the request could not be sent either. */
export async function bucketOf(service: ServiceName, name: string): Promise<Bucket> {
  const operations: Readonly<Record<string, Operation>> = (await services[service].load()).operations;
  const operation = operations[name];
  return operation?.kind === 'read' ? operation.bucket : 'unmetered';
}
