import type { LoadBalancer, NetworkConfiguration, TaskDefinition } from '@aws-sdk/client-ecs';
import { ServiceError } from '../../http/serviceError.ts';
import type { EcsState } from '../ecsState.ts';
import { clientError, invalidParameter } from '../errors.ts';
import { runsOnFargate, type ServiceSpec } from '../serviceSpec.ts';
import type { ServiceState } from '../serviceState.ts';
import type { Revision } from '../taskDefinitions/taskDefinitionStore.ts';

export function checkActive(service: ServiceState): void {
  if (service.status !== 'ACTIVE') throw new ServiceError('ServiceNotActiveException', 'Service was not ACTIVE.');
}

/** The ACTIVE revision that a request names. */
export function findDefinition(ecs: EcsState, reference: string): Revision {
  const revision = ecs.taskDefinitions.find(reference);
  if (!revision) throw clientError('TaskDefinition not found.');
  if (revision.data.status !== 'ACTIVE') throw clientError('TaskDefinition is inactive');
  return revision;
}

/** What CreateService, UpdateService and RunTask refuse about a definition in a place. */
export function checkSpec(spec: ServiceSpec, definition: TaskDefinition): void {
  checkCompatible(spec, definition);
  checkNetwork(spec.networkConfiguration, definition);
  for (const balancer of spec.loadBalancers) checkBalancer(balancer, definition);
}

export function checkCompatible(
  spec: Pick<ServiceSpec, 'launchType' | 'capacityProviderStrategy'>,
  definition: TaskDefinition,
): void {
  const wanted = runsOnFargate(spec) ? 'FARGATE' : (spec.launchType ?? 'EC2');
  if (wanted !== 'MANAGED_INSTANCES' && !definition.compatibilities?.includes(wanted)) {
    throw invalidParameter(`Task definition does not support launch_type ${wanted}.`);
  }
}

export function checkNetwork(network: NetworkConfiguration | undefined, definition: TaskDefinition): void {
  const awsvpc = network?.awsvpcConfiguration;
  if (definition.networkMode === 'awsvpc') {
    if (!awsvpc)
      throw invalidParameter("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
    if (!awsvpc.subnets?.length) throw invalidParameter('subnets can not be empty.');
  } else if (awsvpc) {
    throw invalidParameter('Network Configuration is not valid for the given networkMode of this task definition.');
  }
}

function checkBalancer(balancer: LoadBalancer, definition: TaskDefinition): void {
  const container = definition.containerDefinitions?.find((each) => each.name === balancer.containerName);
  if (!container)
    throw invalidParameter(`The container ${balancer.containerName} does not exist in the task definition.`);
  if (!container.portMappings?.some((mapping) => mapping.containerPort === balancer.containerPort)) {
    throw invalidParameter(
      `The container ${balancer.containerName} did not have a container port ${balancer.containerPort} defined.`,
    );
  }
}
