import type { CreateServiceRequest } from '@aws-sdk/client-ecs';
import type { ClusterState } from '../ecs/clusterState.ts';
import type { DeploymentState } from '../ecs/deploymentState.ts';
import { newSettings, newSpec } from '../ecs/operations/newService.ts';
import { createTask } from '../ecs/scheduler/createTask.ts';
import { beginDeployment, completeDeployment } from '../ecs/scheduler/deployments.ts';
import { eventTexts } from '../ecs/scheduler/events.ts';
import { place } from '../ecs/scheduler/placement.ts';
import { ServiceScheduler } from '../ecs/scheduler/serviceScheduler.ts';
import { ServiceState } from '../ecs/serviceState.ts';
import type { TaskState } from '../ecs/taskState.ts';

export type PlacedService = Omit<CreateServiceRequest, 'cluster' | 'taskDefinition'> & {
  serviceName: string;
  /** `family:revision`s that were deployed one after the other, each with its age in milliseconds; the last one runs now. */
  deployed: readonly { taskDefinition: string; age: number }[];
  /** Age of the service in milliseconds. */
  age: number;
  createdBy?: string;
};

/** Puts a service into a cluster as if it had been running well for a long time. */
export function placeService(cluster: ClusterState, options: PlacedService): ServiceState {
  const { ecs } = cluster;
  const now = ecs.clock.now();
  const first = options.deployed[0]?.taskDefinition ?? '';
  const definition = ecs.taskDefinitions.find(first)?.data;
  if (!definition) throw new Error(`There is no task definition ${first}.`);
  const service = new ServiceState(cluster, options.serviceName, {
    spec: newSpec(cluster, options, definition.taskDefinitionArn),
    settings: newSettings(options, definition.networkMode === 'awsvpc', ecs.region.account.id),
    desiredCount: options.desiredCount ?? 1,
    createdAt: new Date(now - options.age),
    createdBy: options.createdBy ?? ecs.region.account.credential.arn,
    tags: options.tags ?? [],
  });
  cluster.services.set(service.name, service);
  const scheduler = new ServiceScheduler(service);
  for (const { taskDefinition, age } of options.deployed) placeDeployment(service, taskDefinition, now - age);
  placeTasks(service, now);
  scheduler.assumeSteady();
  return service;
}

/** A deployment of the past, come to its end. */
function placeDeployment(service: ServiceState, taskDefinition: string, at: number): DeploymentState {
  const { ecs } = service.cluster;
  const arn = ecs.taskDefinitions.find(taskDefinition)?.data.taskDefinitionArn ?? taskDefinition;
  const previous = service.deployments;
  const deployment = beginDeployment(service, { ...service.spec, taskDefinition: arn }, new Date(at));
  deployment.record.startedAt = new Date(at + 1400);
  deployment.record.status = 'IN_PROGRESS';
  deployment.desiredCount = service.desiredCount;
  deployment.everRan = true;
  const finished = new Date(at + 120_000);
  completeDeployment(service, deployment, finished);
  const ids = Array.from({ length: Math.min(service.desiredCount, 3) }, () => `(task ${ecs.random.hex(32)})`);
  pastEvent(service, at + 2000, `has started ${service.desiredCount} tasks: ${ids.join(' ')}.`);
  if (previous.length > 0)
    pastEvent(service, at + 75_000, `has stopped 1 running tasks: (task ${ecs.random.hex(32)}).`);
  pastEvent(service, at + 120_000, eventTexts.completed(deployment.id));
  pastEvent(service, at + 120_001, eventTexts.steady());
  return deployment;
}

/** Writes an event of the past; call it in order of time. */
export function pastEvent(service: ServiceState, at: number, text: string): void {
  const { random } = service.cluster.ecs;
  service.events.unshift({ id: random.uuid(), createdAt: new Date(at), message: `(service ${service.name}) ${text}` });
}

function placeTasks(service: ServiceState, now: number): void {
  const primary = service.primary;
  if (!primary) return;
  const age = now - primary.createdAt.getTime();
  for (let index = 0; index < service.desiredCount; index++) {
    // Some tasks were replaced since; the others are as old as the deployment.
    const own = index % 3 === 2 ? age * 0.4 : age - 40_000 - index * 900;
    placeTask(service, primary, new Date(now - Math.max(5000, own)));
  }
}

function placeTask(service: ServiceState, deployment: DeploymentState, startedAt: Date): TaskState {
  const { cluster } = service;
  const definition = cluster.ecs.taskDefinitions.find(deployment.spec.taskDefinition)?.data;
  if (!definition) throw new Error(`There is no task definition ${deployment.spec.taskDefinition}.`);
  const placement = place({
    cluster,
    definition,
    launchType: deployment.spec.launchType,
    strategy: deployment.spec.capacityProviderStrategy ?? [],
    placed: service.tasksOf(deployment).length,
  });
  if (placement.kind === 'none') throw new Error(`${service.name}: ${placement.code} ${placement.lack}`);
  const task = createTask({
    cluster,
    definition,
    ...placement,
    platformVersion: deployment.spec.resolvedPlatformVersion,
    networkConfiguration: deployment.spec.networkConfiguration,
    group: `service:${service.name}`,
    startedBy: deployment.id,
    enableExecuteCommand: service.settings.enableExecuteCommand,
    service,
    deployment,
  });
  task.life.resume(startedAt);
  if (service.spec.loadBalancers.length > 0) task.targetHealth = 'healthy';
  return task;
}
