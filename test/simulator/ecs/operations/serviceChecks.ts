import type { LoadBalancer, NetworkConfiguration, ServiceRegistry, TaskDefinition } from '@aws-sdk/client-ecs';
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
  for (const registry of spec.serviceRegistries) checkRegistry(registry, definition);
  checkPorts(spec, definition);
  checkVolumes(spec, definition);
  checkPlatform(spec, definition);
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

function checkRegistry(
  { containerName, containerPort }: ServiceRegistry,
  { networkMode = 'bridge', containerDefinitions = [] }: TaskDefinition,
): void {
  if (
    (networkMode === 'bridge' || networkMode === 'host') &&
    (containerName === undefined || containerPort === undefined)
  )
    throw invalidParameter(
      "When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified from the task definition.",
    );
  if (containerName !== undefined && !containerDefinitions.some(({ name }) => name === containerName))
    throw invalidParameter(`The container ${containerName} does not exist in the task definition.`);
}

/** Service Connect and VPC Lattice find a port by the name of its mapping. */
function checkPorts(
  { serviceConnectConfiguration: connect, vpcLatticeConfigurations = [] }: ServiceSpec,
  { networkMode, containerDefinitions = [] }: TaskDefinition,
): void {
  if (connect?.enabled && (networkMode === 'host' || networkMode === 'none'))
    throw invalidParameter(`Service Connect is not supported with network mode ${networkMode}.`);
  const names = containerDefinitions.flatMap(({ portMappings = [] }) => portMappings.map(({ name }) => name));
  for (const { portName } of [...((connect?.enabled && connect.services) || []), ...vpcLatticeConfigurations]) {
    if (!names.includes(portName))
      throw invalidParameter(
        `portName(${portName}) does not refer to any named PortMapping in the container definitions`,
      );
  }
}

function checkVolumes({ volumeConfigurations = [] }: ServiceSpec, { volumes = [] }: TaskDefinition): void {
  for (const { name } of volumeConfigurations) {
    if (!volumes.some((volume) => volume.name === name && volume.configuredAtLaunch))
      throw invalidParameter(
        'Volume configuration provided but no matching configuredAtLaunch volume found in task definition.',
      );
  }
}

function checkPlatform({ platformVersion = 'LATEST' }: ServiceSpec, definition: TaskDefinition): void {
  if (!/^1\.[0-3]\.0$/.test(platformVersion)) return;
  if (definition.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS')) return;
  const volumes = definition.volumes?.some((volume) => volume.efsVolumeConfiguration ?? volume.configuredAtLaunch);
  if (volumes || definition.ephemeralStorage || definition.pidMode)
    throw invalidParameter('One or more of the requested capabilities are not supported.');
}
