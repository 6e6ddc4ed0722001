import type { ContainerDefinition, Service, TaskDefinition } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { primaryDeployment } from '../deployment/rollout.ts';

/** As much of a revision as decides whether a service can run it; what would be registered has it as well. */
export type RevisionShape = Pick<
  TaskDefinition,
  'compatibilities' | 'requiresCompatibilities' | 'containerDefinitions' | 'networkMode' | 'volumes'
>;

/**
 * Why ECS would refuse to deploy a revision to a service as it is, a sentence each: what its load balancers, its service
 * discovery and Service Connect count on, its network and its launch type. Empty where nothing speaks against it.
 */
export function revisionMisfits(service: Service, revision: RevisionShape): string[] {
  return [
    ...portMisfits(service, revision),
    ...portNameMisfits(service, revision),
    ...networkMisfits(service, revision),
    ...launchTypeMisfits(service, revision),
    ...volumeMisfits(service, revision),
  ];
}

function portMisfits({ loadBalancers = [], serviceRegistries = [] }: Service, revision: RevisionShape): string[] {
  return [
    ...loadBalancers.flatMap((one) =>
      portMisfit(one, revision, (text) => l10n.t('The load balancer of the service needs {0}', text)),
    ),
    ...serviceRegistries.flatMap((one) =>
      portMisfit(one, revision, (text) => l10n.t('Service discovery of the service needs {0}', text)),
    ),
  ];
}

function portMisfit(
  { containerName, containerPort }: { containerName?: string | undefined; containerPort?: number | undefined },
  { containerDefinitions = [] }: RevisionShape,
  needs: (what: string) => string,
): string[] {
  if (!containerName) return [];
  const container = containerDefinitions.find(({ name }) => name === containerName);
  if (!container) {
    const names = containerDefinitions.map(({ name }) => name).join(', ');
    return [needs(l10n.t('container {0}, which the revision does not have: it has {1}.', containerName, names))];
  }
  if (containerPort === undefined || maps(container, containerPort)) return [];
  return [needs(l10n.t('port {0} of container {1}, which has no port mapping for it.', containerPort, containerName))];
}

function maps({ portMappings = [] }: ContainerDefinition, port: number): boolean {
  return portMappings.some(({ containerPort, containerPortRange = '' }) => {
    const [low = NaN, high = NaN] = containerPortRange.split('-').map(Number);
    return containerPort === port || (low <= port && port <= high);
  });
}

/** Service Connect and VPC Lattice find a port by the name of its mapping. */
function portNameMisfits(service: Service, { containerDefinitions = [] }: RevisionShape): string[] {
  const { serviceConnectConfiguration: connect, vpcLatticeConfigurations = [] } = primaryDeployment(service) ?? {};
  const names = containerDefinitions.flatMap(({ portMappings = [] }) => portMappings.flatMap(({ name }) => name ?? []));
  const lacks = (portName: string | undefined): portName is string => !!portName && !names.includes(portName);
  const connected = connect?.enabled ? (connect.services ?? []) : [];
  return [
    ...connected
      .map(({ portName }) => portName)
      .filter(lacks)
      .map((name) => l10n.t('Service Connect of the service needs a port mapping with the name {0}.', name)),
    ...vpcLatticeConfigurations
      .map(({ portName }) => portName)
      .filter(lacks)
      .map((name) => l10n.t('VPC Lattice of the service needs a port mapping with the name {0}.', name)),
  ];
}

function networkMisfits({ networkConfiguration }: Service, { networkMode = 'bridge' }: RevisionShape): string[] {
  const hasNetwork = networkConfiguration?.awsvpcConfiguration !== undefined;
  if (networkMode === 'awsvpc' && !hasNetwork)
    return [l10n.t('Network mode awsvpc needs subnets, and the service has no network configuration.')];
  if (networkMode !== 'awsvpc' && hasNetwork)
    return [l10n.t('Network mode {0} does not take the network configuration that the service has.', networkMode)];
  return [];
}

function launchTypeMisfits(
  { launchType, capacityProviderStrategy = [] }: Service,
  { compatibilities, requiresCompatibilities }: RevisionShape,
): string[] {
  const known = compatibilities ?? requiresCompatibilities ?? [];
  const onFargate = capacityProviderStrategy.some(({ capacityProvider = '' }) =>
    capacityProvider.startsWith('FARGATE'),
  );
  const wanted = onFargate ? 'FARGATE' : capacityProviderStrategy.length > 0 ? undefined : launchType;
  if (wanted === undefined || known.length === 0 || known.includes(wanted)) return [];
  return [l10n.t('The service runs on {0}, and the revision is made for {1}.', wanted, known.join(', '))];
}

/** A volume that is configured at launch stands in both, or in neither. */
function volumeMisfits(service: Service, { volumes = [] }: RevisionShape): string[] {
  const configured = (primaryDeployment(service)?.volumeConfigurations ?? []).flatMap(({ name }) => name ?? []);
  const open = volumes.flatMap(({ name, configuredAtLaunch }) => (configuredAtLaunch && name ? [name] : []));
  return [
    ...open
      .filter((name) => !configured.includes(name))
      .map((name) => l10n.t('Volume {0} is configured at launch, and the service does not configure it.', name)),
    ...configured
      .filter((name) => !open.includes(name))
      .map((name) => l10n.t('The service configures volume {0} at launch, which the revision does not have.', name)),
  ];
}
