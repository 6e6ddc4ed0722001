import type { ContainerDefinition, CreateServiceRequest, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import type { OpenAccount } from './openAccount.ts';

export const NETWORK = {
  awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'], securityGroups: ['sg-0a1b2c3d4e5f60718'] },
};
export const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tide-api/0123456789abcdef';
export const EXECUTION_ROLE = 'arn:aws:iam::123456789012:role/harbor-execution';

/** A small definition for Fargate with one container, `web`. */
export function fargateDefinition(
  container: Partial<ContainerDefinition> = {},
  more: Partial<RegisterTaskDefinitionRequest> = {},
): RegisterTaskDefinitionRequest {
  return {
    family: 'tide-api',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: EXECUTION_ROLE,
    containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/harbor/tide:1', ...container }],
    ...more,
  };
}

export function awslogs(group: string): ContainerDefinition['logConfiguration'] {
  return {
    logDriver: 'awslogs',
    options: { 'awslogs-group': group, 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' },
  };
}

/** Registers a definition and creates the service `tide-api` on it; gives the deployment's id. */
export async function deployFargate(
  account: OpenAccount,
  container: Partial<ContainerDefinition> = {},
  service: Partial<CreateServiceRequest> = {},
): Promise<string> {
  const { taskDefinition } = await account.ecs.registerTaskDefinition(fargateDefinition(container));
  const created = await account.ecs.createService({
    cluster: 'harbor',
    serviceName: 'tide-api',
    taskDefinition: taskDefinition?.taskDefinitionArn,
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
    ...service,
  });
  return created.service?.deployments?.[0]?.id ?? '';
}

/** Registers another revision of `tide-api` and deploys it; gives the new deployment's id. */
export async function redeploy(account: OpenAccount, container: Partial<ContainerDefinition>): Promise<string> {
  const { taskDefinition } = await account.ecs.registerTaskDefinition(fargateDefinition(container));
  const { service } = await account.ecs.updateService({
    cluster: 'harbor',
    service: 'tide-api',
    taskDefinition: taskDefinition?.taskDefinitionArn,
  });
  return service?.deployments?.[0]?.id ?? '';
}

/** ARNs of a service's tasks, those that are wanted and those that are not. */
export async function tasksOf(
  account: OpenAccount,
  desiredStatus: 'RUNNING' | 'STOPPED' = 'RUNNING',
): Promise<string[]> {
  const { taskArns = [] } = await account.ecs.listTasks({ cluster: 'harbor', serviceName: 'tide-api', desiredStatus });
  return taskArns;
}
