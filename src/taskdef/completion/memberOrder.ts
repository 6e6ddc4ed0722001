import type { MemberSchema, Shape } from '../document/schema.ts';

/** What nearly every object of a kind has, in the order in which people write it. */
const usual: Readonly<Record<string, readonly string[]>> = {
  RegisterTaskDefinitionRequest:
    'family requiresCompatibilities networkMode cpu memory executionRoleArn taskRoleArn runtimePlatform containerDefinitions'.split(
      ' ',
    ),
  ContainerDefinition:
    'name image essential portMappings environment secrets logConfiguration healthCheck dependsOn mountPoints'.split(
      ' ',
    ),
  CreateServiceRequest:
    'serviceName cluster taskDefinition desiredCount launchType networkConfiguration loadBalancers healthCheckGracePeriodSeconds deploymentConfiguration'.split(
      ' ',
    ),
  UpdateServiceRequest: 'service cluster taskDefinition desiredCount forceNewDeployment'.split(' '),
  LoadBalancer: ['targetGroupArn', 'containerName', 'containerPort'],
  AwsVpcConfiguration: ['subnets', 'securityGroups', 'assignPublicIp'],
  CapacityProviderStrategyItem: ['capacityProvider', 'weight', 'base'],
  DeploymentConfiguration: ['minimumHealthyPercent', 'maximumPercent', 'deploymentCircuitBreaker'],
  ServiceConnectConfiguration: ['enabled', 'namespace', 'services'],
  ServiceConnectService: ['portName', 'discoveryName', 'clientAliases'],
  ServiceManagedEBSVolumeConfiguration: ['roleArn', 'volumeType', 'sizeInGiB'],
};

/** What an item of a list is begun with, where that is neither what it requires nor its first two members. */
const begun: Readonly<Record<string, readonly string[]>> = {
  // A host port would have to follow the container port, and is seldom needed.
  PortMapping: ['containerPort'],
  LoadBalancer: ['targetGroupArn', 'containerName', 'containerPort'],
  ServiceRegistry: ['registryArn'],
  CapacityProviderStrategyItem: ['capacityProvider', 'weight'],
  PlacementConstraint: ['type', 'expression'],
  PlacementStrategy: ['type', 'field'],
  DeploymentLifecycleHook: ['targetType', 'hookTargetArn', 'roleArn', 'lifecycleStages'],
  ServiceConnectService: ['portName', 'clientAliases'],
  ServiceConnectClientAlias: ['port', 'dnsName'],
  ServiceVolumeConfiguration: ['name', 'managedEBSVolume'],
};

/** Members that an item of a list is begun with; undefined where its shape says enough. */
export function begunWith(shape: Shape): MemberSchema[] | undefined {
  return begun[shape.name]?.flatMap((name) => shape.members.get(name) ?? []);
}

/** Members in the order in which they are offered: the usual ones, those required beside them, then the rest as the schema has it. */
export function inOrderOfWriting<T extends { member: MemberSchema }>(shape: Shape | undefined, all: readonly T[]): T[] {
  const names = usual[shape?.name ?? ''] ?? [];
  const place = ({ member }: T): number => {
    const index = names.indexOf(member.name);
    return index >= 0 ? index : member.required ? names.length : names.length + 1;
  };
  return all.toSorted((a, b) => place(a) - place(b));
}

/** Whether nearly every object of its kind has the member: what it needs beside it is written next. */
export function isUsual(shape: Shape | undefined, { name }: MemberSchema): boolean {
  return usual[shape?.name ?? '']?.includes(name) ?? false;
}
