import type { CreateServiceRequest, CreateServiceResponse } from '@aws-sdk/client-ecs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { invalidParameter } from '../errors.ts';
import { ServiceState } from '../serviceState.ts';
import type { ClusterState } from '../clusterState.ts';
import { beginDeployment } from '../scheduler/deployments.ts';
import { checkServiceInput } from '../serviceDefinitions/checkServiceInput.ts';
import { ServiceScheduler } from '../scheduler/serviceScheduler.ts';
import { describeService } from './describeService.ts';
import { ecsOf, findCluster } from './lookup.ts';
import { newSettings, newSpec } from './newService.ts';
import { checkSpec, findDefinition } from './serviceChecks.ts';

const NAME = /^[A-Za-z0-9_-]{1,255}$/;

/** Repeating a request with its client token gives the service that it made; the name alone is not enough. */
export function createService(input: CreateServiceRequest, request: ServiceRequest): CreateServiceResponse {
  const ecs = ecsOf(request);
  const cluster = findCluster(ecs, input.cluster);
  const token = ecs.clientTokens.check('CreateService', input.clientToken, input);
  if (token.kind === 'same') return token.answer;
  if (token.kind === 'conflict') throw invalidParameter('Creation of service was not idempotent.');
  const name = input.serviceName ?? '';
  if (!NAME.test(name))
    throw invalidParameter('Service name must be specified, with up to 255 letters, digits, hyphens and underscores.');
  const existing = cluster.services.get(name);
  if (existing?.status === 'ACTIVE') throw invalidParameter('Creation of service was not idempotent.');
  if (existing?.status === 'DRAINING') throw invalidParameter('Unable to Start a service that is still Draining.');
  const service = addService(cluster, name, input, request.credential.arn);
  const answer = { service: describeService(service, true) };
  ecs.clientTokens.remember('CreateService', input.clientToken, input, structuredClone(answer));
  return answer;
}

function addService(cluster: ClusterState, name: string, input: CreateServiceRequest, createdBy: string): ServiceState {
  const { ecs } = cluster;
  checkServiceInput(input);
  const daemon = input.schedulingStrategy === 'DAEMON';
  if (input.desiredCount === undefined && !daemon)
    throw invalidParameter('desiredCount should be specified for REPLICA services.');
  // With an external controller the task sets bring their definitions along.
  const external = input.deploymentController?.type === 'EXTERNAL' && input.taskDefinition === undefined;
  const definition = external ? undefined : findDefinition(ecs, input.taskDefinition ?? '').data;
  const spec = newSpec(cluster, input, definition?.taskDefinitionArn ?? '');
  if (definition) checkSpec(spec, definition);
  if (definition && input.enableExecuteCommand && definition.taskRoleArn === undefined)
    throw invalidParameter(
      "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
    );
  const service = new ServiceState(cluster, name, {
    spec,
    settings: newSettings(input, definition?.networkMode === 'awsvpc', ecs.region.account.id),
    desiredCount: daemon ? 0 : (input.desiredCount ?? 0),
    createdAt: ecs.clock.date(),
    createdBy,
    tags: input.tags ?? [],
  });
  cluster.services.set(name, service);
  const scheduler = new ServiceScheduler(service);
  if (!external) beginDeployment(service, spec);
  scheduler.changed();
  return service;
}
