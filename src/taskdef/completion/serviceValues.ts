import * as l10n from '@vscode/l10n';
import type { Fields } from '../document/fields.ts';
import type { Task } from '../document/task.ts';
import { fargateProviders, strategyItems } from '../document/service.ts';
import { ebsVolumeTypes } from '../facts/ebsVolumes.ts';
import { platformVersions } from '../facts/platformVersions.ts';
import { portMappings } from '../facts/ports.ts';
import type { CompletionRequest, Proposal, ValueProvider } from './request.ts';

/** Values of a service definition that depend on the rest of it or on the task definition beside it, by schema id. */
export const serviceProviders: Readonly<Record<string, ValueProvider>> = {
  'CreateServiceRequest.launchType': launchTypes,
  'CreateServiceRequest.taskDefinition': families,
  'CreateServiceRequest.platformVersion': () => platformVersions.map((value) => ({ value })),
  'CapacityProviderStrategyItem.capacityProvider': capacityProviders,
  'PlacementStrategy.field': placementFields,
  'LoadBalancer.containerName': containerNames,
  'LoadBalancer.containerPort': containerPorts,
  'ServiceRegistry.containerName': containerNames,
  'ServiceRegistry.containerPort': containerPorts,
  'ServiceConnectService.portName': portNames,
  'VpcLatticeConfiguration.portName': portNames,
  'GatewayConnector.portName': portNames,
  'ServiceConnectClientAlias.port': aliasPorts,
  'ServiceVolumeConfiguration.name': launchVolumes,
  'ServiceManagedEBSVolumeConfiguration.volumeType': volumeTypes,
};

/** Values that are always the same, by schema id. */
export const serviceLists: Readonly<Record<string, readonly (string | number)[]>> = {
  'CreateServiceRequest.desiredCount': [1, 2, 3],
  'CreateServiceRequest.healthCheckGracePeriodSeconds': [60, 30, 120, 300],
  'DeploymentConfiguration.minimumHealthyPercent': [100, 50, 0],
  'DeploymentConfiguration.maximumPercent': [200, 150, 100],
  'DeploymentConfiguration.bakeTimeInMinutes': [5, 10, 15],
  'CapacityProviderStrategyItem.weight': [1, 2, 4],
  'CapacityProviderStrategyItem.base': [1, 2],
  'PlacementConstraint.expression': [
    'attribute:ecs.instance-type =~ m7.*',
    'attribute:ecs.availability-zone in [eu-central-1a, eu-central-1b]',
    'attribute:ecs.os-type == linux',
    'attribute:ecs.cpu-architecture == arm64',
    'agentVersion >= 1.80.0',
  ],
  'ServiceManagedEBSVolumeConfiguration.sizeInGiB': [20, 50, 100, 200],
  'MetricConfiguration.metricNames[]': ['CPUUtilization', 'MemoryUtilization'],
  'MetricConfiguration.resolutionSeconds': [20, 60],
};

function launchTypes({ place }: CompletionRequest): Proposal[] {
  const order = ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'];
  const { enumValues = [], enumDescriptions = [] } = place.member!;
  return order
    .filter((value) => enumValues.includes(value))
    .map((value) => ({
      value,
      documentation: enumDescriptions[enumValues.indexOf(value)],
      // Its subnets are written next.
      isUsual: value === 'FARGATE',
    }));
}

function families({ service }: CompletionRequest): Proposal[] {
  const family = service?.task?.fields.str('family').value;
  return family ? [{ value: family, detail: service?.taskFile }] : [];
}

/** Those of Fargate that the strategy has not yet; the cluster's own are the account's to name. */
function capacityProviders({ service, holder }: CompletionRequest): Proposal[] {
  const taken = service ? strategyItems(service.fields) : [];
  const others = taken.filter(({ node }) => node !== holder.node).map(({ provider }) => provider.value);
  const details: Record<string, string> = {
    FARGATE: l10n.t('Fargate, on demand'),
    FARGATE_SPOT: l10n.t('Fargate on spare capacity, cheaper, with two minutes of warning'),
  };
  return fargateProviders
    .filter((value) => !others.includes(value))
    .map((value) => ({ value, detail: details[value] }));
}

function placementFields({ holder }: CompletionRequest): Proposal[] {
  const type = holder.str('type').value;
  const spread = ['attribute:ecs.availability-zone', 'instanceId', 'attribute:ecs.instance-type'];
  const packed = ['memory', 'cpu'];
  const values = type === 'spread' ? spread : type === 'binpack' ? packed : type ? [] : [...spread, ...packed];
  return values.map((value) => ({ value }));
}

/** Containers of the task definition beside the file, those that listen first. */
function containerNames({ service }: CompletionRequest): Proposal[] {
  const containers = service?.task?.containers ?? [];
  const ports = (fields: Fields): string =>
    fields
      .list('portMappings')
      .fields()
      .map((mapping) => mapping.num('containerPort').value)
      .join(', ');
  return containers
    .filter(({ name }) => name.value)
    .map(({ name, fields }) => ({ value: name.value!, detail: ports(fields) || undefined }))
    .toSorted((a, b) => Number(b.detail !== undefined) - Number(a.detail !== undefined));
}

/** Ports of the container that is named beside, or of all. */
function containerPorts({ service, holder }: CompletionRequest): Proposal[] {
  const name = holder.str('containerName').value;
  const uses = service?.task ? portMappings(service.task) : [];
  const own = uses.filter(({ container }) => container.name.value === name);
  const ports = new Set((own.length > 0 ? own : uses).map(({ containerPort }) => containerPort));
  const known = [...ports].filter((port) => port !== undefined);
  return (known.length > 0 ? known : [80, 8080, 3000, 443]).map((value) => ({ value }));
}

/** Named port mappings of the task definition beside the file. */
export function namedPorts(task: Task | undefined): { name: string; port: number | undefined }[] {
  return (task ? portMappings(task) : []).flatMap(({ mapping, containerPort, protocol }) => {
    const name = mapping.str('name').value;
    return name && protocol !== 'udp' ? [{ name, port: containerPort }] : [];
  });
}

function portNames({ service }: CompletionRequest): Proposal[] {
  return namedPorts(service?.task).map(({ name, port }) => ({
    value: name,
    detail: port === undefined ? undefined : String(port),
  }));
}

/** What others would call first: the port behind the name, and the usual ones. */
function aliasPorts({ service }: CompletionRequest): Proposal[] {
  const ports = namedPorts(service?.task).flatMap(({ port }) => port ?? []);
  return [...new Set([...ports, 80, 443, 8080])].map((value) => ({ value }));
}

function launchVolumes({ service }: CompletionRequest): Proposal[] {
  const volumes = service?.task?.volumes.fields() ?? [];
  return volumes
    .filter((volume) => volume.bool('configuredAtLaunch').value)
    .flatMap((volume) => volume.str('name').value ?? [])
    .map((value) => ({ value }));
}

function volumeTypes(): Proposal[] {
  const details: Record<string, string> = {
    gp3: l10n.t('SSD for most uses'),
    gp2: l10n.t('SSD, the older kind'),
    io2: l10n.t('SSD with IOPS of your own'),
    io1: l10n.t('SSD with IOPS of your own, the older kind'),
    st1: l10n.t('disk for throughput, from 125 GiB'),
    sc1: l10n.t('cold disk, from 125 GiB'),
    standard: l10n.t('magnetic, the oldest kind'),
  };
  const order = Object.keys(details);
  return Object.keys(ebsVolumeTypes)
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((value) => ({ value, detail: details[value] }));
}
