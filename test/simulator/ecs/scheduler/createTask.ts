import type {
  Attachment,
  Container,
  LaunchType,
  NetworkConfiguration,
  Tag,
  Task,
  TaskDefinition,
  TaskOverride,
} from '@aws-sdk/client-ecs';
import type { ClusterState } from '../clusterState.ts';
import type { DeploymentState } from '../deploymentState.ts';
import type { InstanceState } from '../instanceState.ts';
import type { ServiceState } from '../serviceState.ts';
import { TaskState, type TaskData } from '../taskState.ts';
import { TaskLife } from './taskLife.ts';
import { zoneOfSubnet } from './network.ts';

export interface NewTask {
  cluster: ClusterState;
  definition: TaskDefinition;
  /** EC2 or FARGATE (or EXTERNAL); with a capacity provider that of its kind. */
  launchType: LaunchType;
  capacityProviderName?: string;
  platformVersion?: string;
  networkConfiguration?: NetworkConfiguration;
  group: string;
  startedBy?: string;
  overrides?: TaskOverride;
  enableExecuteCommand?: boolean;
  tags?: Tag[];
  instance?: InstanceState;
  service?: ServiceState;
  deployment?: DeploymentState;
  createdAt?: Date;
}

/** Makes a task and puts it in its place; its life begins with `task.life.start()`. */
export function createTask(options: NewTask): TaskState {
  const { cluster, definition } = options;
  const id = cluster.ecs.random.hex(32);
  const data = taskData(id, options);
  const task = new TaskState(id, cluster, definition, data);
  task.service = options.service;
  task.deployment = options.deployment;
  if (definition.networkMode === 'awsvpc') task.network = options.networkConfiguration?.awsvpcConfiguration;
  if (options.instance) assign(task, options.instance);
  cluster.tasks.set(id, task);
  options.service?.tasks.add(task);
  task.life = new TaskLife(task);
  return task;
}

function taskData(id: string, options: NewTask): TaskData {
  const { cluster, definition, launchType } = options;
  const fargate = launchType === 'FARGATE';
  const taskArn = cluster.ecs.arn(`task/${cluster.name}/${id}`);
  const eni = definition.networkMode === 'awsvpc' ? [networkInterface(options)] : [];
  const storage = { sizeInGiB: definition.ephemeralStorage?.sizeInGiB ?? 20 };
  const provisioned = definition.networkMode === 'awsvpc' || fargate;
  return {
    attachments: eni,
    attributes: [{ name: 'ecs.cpu-architecture', value: architecture(definition) }],
    availabilityZone: zone(options),
    capacityProviderName: options.capacityProviderName,
    clusterArn: cluster.arn,
    containerInstanceArn: options.instance?.arn,
    containers: (definition.containerDefinitions ?? []).map((each) => container(each, id, taskArn, options)),
    cpu: options.overrides?.cpu ?? definition.cpu ?? String(sum(definition, 'cpu')),
    createdAt: options.createdAt ?? cluster.ecs.clock.date(),
    desiredStatus: 'RUNNING',
    enableExecuteCommand: options.enableExecuteCommand ?? false,
    group: options.group,
    healthStatus: 'UNKNOWN',
    lastStatus: provisioned ? 'PROVISIONING' : 'PENDING',
    launchType,
    memory: options.overrides?.memory ?? definition.memory ?? String(sum(definition, 'memory')),
    overrides: overrides(options),
    ...(fargate ? { platformVersion: options.platformVersion ?? '1.4.0', platformFamily: family(definition) } : {}),
    startedBy: options.startedBy,
    tags: options.tags ?? [],
    taskArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    version: 1,
    ...(fargate ? { ephemeralStorage: storage, fargateEphemeralStorage: storage } : {}),
  };
}

function container(
  definition: NonNullable<TaskDefinition['containerDefinitions']>[number],
  taskId: string,
  taskArn: string,
  options: NewTask,
): Container {
  const { ecs, name } = options.cluster;
  return {
    containerArn: ecs.arn(`container/${name}/${taskId}/${ecs.random.uuid()}`),
    taskArn,
    name: definition.name,
    image: definition.image,
    lastStatus: 'PENDING',
    networkInterfaces: [],
    healthStatus: 'UNKNOWN',
    ...(options.enableExecuteCommand
      ? { managedAgents: [{ name: 'ExecuteCommandAgent', lastStatus: 'PENDING' }] }
      : {}),
    cpu: String(definition.cpu ?? 0),
    ...(definition.memory === undefined ? {} : { memory: String(definition.memory) }),
    ...(definition.memoryReservation === undefined ? {} : { memoryReservation: String(definition.memoryReservation) }),
  };
}

function networkInterface(options: NewTask): Attachment {
  const { random } = options.cluster.ecs;
  const subnets = options.networkConfiguration?.awsvpcConfiguration?.subnets ?? [];
  const value = subnets.length > 0 ? random.pick(subnets) : 'subnet-00000000000000000';
  const details = [{ name: 'subnetId', value }];
  return { id: random.uuid(), type: 'ElasticNetworkInterface', status: 'PRECREATED', details };
}

function zone(options: NewTask): string {
  if (options.instance) return options.instance.options.availabilityZone;
  const subnet = options.networkConfiguration?.awsvpcConfiguration?.subnets?.[0] ?? '';
  return zoneOfSubnet(options.cluster.ecs.region.name, subnet);
}

function overrides(options: NewTask): Task['overrides'] {
  const given = options.overrides?.containerOverrides ?? [];
  const containerOverrides = (options.definition.containerDefinitions ?? []).map(
    ({ name }) => given.find((each) => each.name === name) ?? { name },
  );
  return { inferenceAcceleratorOverrides: [], ...options.overrides, containerOverrides };
}

function assign(task: TaskState, instance: InstanceState): void {
  task.instance = instance;
  task.reserved = { cpu: Number(task.data.cpu), memory: Number(task.data.memory) };
  const ports = task.definition.containerDefinitions?.flatMap((each) => each.portMappings ?? []) ?? [];
  if (task.definition.networkMode !== 'awsvpc')
    task.hostPorts = ports.map((port) => port.hostPort ?? 0).filter(Boolean);
  instance.tasks.add(task);
}

function sum(definition: TaskDefinition, what: 'cpu' | 'memory'): number {
  const amounts = definition.containerDefinitions?.map((each) => each[what] ?? each.memoryReservation ?? 0) ?? [];
  return amounts.reduce((total, amount) => total + amount, 0);
}

function architecture(definition: TaskDefinition): string {
  return definition.runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'x86_64';
}

function family(definition: TaskDefinition): string {
  return definition.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS')
    ? definition.runtimePlatform.operatingSystemFamily
    : 'Linux';
}
