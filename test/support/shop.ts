import type { RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import type { ClusterState } from '../simulator/ecs/clusterState.ts';
import type { SimulatedAccount } from '../simulator/simulatedAccount.ts';
import { placeService } from '../simulator/seed/placeService.ts';

export const region = 'eu-west-3';

const hour = 3_600_000;

/** Registers a revision of a family with one container, straight into the simulated account. */
export function addRevision(
  server: SimulatedAccount,
  family: string,
  image = 'public.ecr.aws/nginx/nginx:1.27',
): string {
  const { ecs } = server.account.region(region);
  const input: RegisterTaskDefinitionRequest = {
    family,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [{ name: 'app', image, portMappings: [{ containerPort: 8080 }] }],
  };
  const registered = ecs.taskDefinitions.register(input, { registeredAt: ecs.clock.date(), registeredBy: 'test' });
  return `${registered.data.family}:${registered.data.revision}`;
}

/** A cluster of Fargate services, named by `names`, that have been running well for hours. */
export function addCluster(
  server: SimulatedAccount,
  name: string,
  names: readonly string[],
  desiredCount = 1,
): ClusterState {
  const { ecs } = server.account.region(region);
  const cluster = ecs.addCluster(name);
  const taskDefinition = ecs.taskDefinitions.find('web') ? 'web:1' : addRevision(server, 'web');
  for (const serviceName of names) addService(cluster, serviceName, taskDefinition, desiredCount);
  return cluster;
}

export function addService(cluster: ClusterState, serviceName: string, taskDefinition: string, desiredCount = 1): void {
  placeService(cluster, {
    serviceName,
    desiredCount,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
    deployed: [{ taskDefinition, age: 5 * hour }],
    age: 50 * hour,
  });
}
