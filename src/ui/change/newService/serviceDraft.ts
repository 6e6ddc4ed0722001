import type { AwsVpcConfiguration, LoadBalancer, TaskDefinition } from '@aws-sdk/client-ecs';
import type { CreateServiceInput } from '../../../aws/change/service.ts';

/** What the steps have found out about a new service. */
export interface ServiceDraft {
  clusterArn: string;
  name: string;
  taskDefinition: TaskDefinition | undefined;
  /** A launch type, or the name of a capacity provider. */
  capacity: { launchType: 'FARGATE' | 'EC2' | 'EXTERNAL' } | { capacityProvider: string } | undefined;
  network: AwsVpcConfiguration | undefined;
  loadBalancer: LoadBalancer | undefined;
  desiredCount: number;
}

/** The input of CreateService: its circuit breaker rolls back by itself. */
export function createServiceInput(draft: ServiceDraft): CreateServiceInput {
  const { clusterArn, name, taskDefinition, capacity, network, loadBalancer, desiredCount } = draft;
  return {
    cluster: clusterArn,
    serviceName: name,
    taskDefinition: taskDefinition?.taskDefinitionArn,
    desiredCount,
    ...(capacity && 'launchType' in capacity ? { launchType: capacity.launchType } : {}),
    ...(capacity && 'capacityProvider' in capacity
      ? { capacityProviderStrategy: [{ capacityProvider: capacity.capacityProvider, weight: 1 }] }
      : {}),
    ...(network ? { networkConfiguration: { awsvpcConfiguration: network } } : {}),
    ...(loadBalancer ? { loadBalancers: [loadBalancer], healthCheckGracePeriodSeconds: 60 } : {}),
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    enableECSManagedTags: true,
    propagateTags: 'SERVICE',
  };
}

/** Whether a text can be the name of a service. Source: the API reference of CreateService. */
export function isServiceName(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,255}$/.test(text);
}
