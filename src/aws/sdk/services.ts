import type { Bucket, Operation } from './operationKinds.ts';

/**
 * Every service that can be called, by the name of its IAM actions. `id` is the SDK's service id as config files spell
 * it; variables of the environment have it in capitals. Each client with its operations is a chunk of its own, loaded
 * when the service is first asked.
 */
export const services = {
  'application-autoscaling': { id: 'application_auto_scaling', load: () => import('./autoScalingOperations.ts') },
  ec2: { id: 'ec2', load: () => import('./ec2Operations.ts') },
  ecr: { id: 'ecr', load: () => import('./ecrOperations.ts') },
  ecs: { id: 'ecs', load: () => import('./ecsOperations.ts') },
  elasticfilesystem: { id: 'efs', load: () => import('./efsOperations.ts') },
  elasticloadbalancing: { id: 'elastic_load_balancing_v2', load: () => import('./loadBalancingOperations.ts') },
  iam: { id: 'iam', load: () => import('./iamOperations.ts') },
  logs: { id: 'cloudwatch_logs', load: () => import('./logsOperations.ts') },
  s3: { id: 's3', load: () => import('./s3Operations.ts') },
  secretsmanager: { id: 'secrets_manager', load: () => import('./secretsOperations.ts') },
  ssm: { id: 'ssm', load: () => import('./ssmOperations.ts') },
  sts: { id: 'sts', load: () => import('./stsOperations.ts') },
};

export type ServiceName = keyof typeof services;

/** The request bucket of a read. Loads the service's chunk, without which the request could not be sent either. */
export async function bucketOf(service: ServiceName, name: string): Promise<Bucket> {
  const operations: Readonly<Record<string, Operation>> = (await services[service].load()).operations;
  const operation = operations[name];
  return operation?.kind === 'read' ? operation.bucket : 'unmetered';
}
