import type { Service, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import { networkInterface } from '../ecs/task/containerPorts.ts';
import { nameOfArn } from '../ecs/arn.ts';
import { type Destination, neededDestinations } from './destination.ts';
import type { BalancingFacts } from './loadBalancing.ts';
import { placementOf, type TaskPlacement } from './placement.ts';
import type { VpcFacts } from './vpc.ts';

/** A container that a load balancer speaks to. */
interface BalancedContainer {
  targetGroupArn: string;
  containerName: string;
  /** Of the interface that is spoken to; 0 stands for one that Docker chooses on the instance. */
  port: number;
}

/** One service, run or task whose network is looked at. */
export interface NetworkSubject {
  /** What a person calls it. */
  name: string;
  placement: TaskPlacement;
  destinations: readonly Destination[];
  balanced: readonly BalancedContainer[];
  /** Instances of EC2 on which its tasks run, or may run; undefined where they are not known. */
  instanceIds?: readonly string[] | undefined;
  /** The interface of a single task, by which its security groups are found while it runs. */
  interfaceId?: string | undefined;
}

/** All that subjects are judged by. */
export interface NetworkFacts {
  region: string;
  /** Those that subjects stand in. */
  vpcs: readonly VpcFacts[];
  balancing: BalancingFacts;
  /** The subjects, in their order, their placements with the interfaces of their instances. */
  subjects: readonly NetworkSubject[];
  /** Operations of which the answer is missing. */
  unread: readonly string[];
}

type SubjectService = Pick<
  Service,
  | 'serviceName'
  | 'launchType'
  | 'capacityProviderStrategy'
  | 'networkConfiguration'
  | 'platformVersion'
  | 'loadBalancers'
  | 'enableExecuteCommand'
>;

interface SubjectOptions {
  region: string;
  /** Whether the cluster encrypts sessions of ECS Exec with a key. */
  execKey?: boolean | undefined;
  instanceIds?: readonly string[] | undefined;
}

/** What is looked at of a service, or of a run with the same members. */
export function subjectOf(
  service: SubjectService,
  definition: TaskDefinition,
  { region, execKey, instanceIds }: SubjectOptions,
): NetworkSubject {
  const placement = placementOf(service, definition);
  const needed = { region, execKey, exec: service.enableExecuteCommand, instances: onInstances(placement) };
  const balanced = (service.loadBalancers ?? []).flatMap(
    ({ targetGroupArn, containerName = '', containerPort = 0 }): BalancedContainer[] => {
      const port =
        placement.networkMode === 'bridge' ? hostPort(definition, containerName, containerPort) : containerPort;
      return targetGroupArn ? [{ targetGroupArn, containerName, port }] : [];
    },
  );
  return {
    name: service.serviceName ?? '',
    placement,
    destinations: neededDestinations(definition, needed),
    balanced,
    instanceIds,
  };
}

function onInstances({ launch }: TaskPlacement): boolean {
  return launch === 'EC2' || launch === 'MANAGED_INSTANCES';
}

/**
 * What is looked at of a task that no service started. Its security groups are those of its interface, which is gone once
 * it stopped: of a service's task `subjectOf` knows more.
 */
export function subjectOfTask(task: Task, definition: TaskDefinition, options: SubjectOptions): NetworkSubject {
  const placement = placementOf(task, definition);
  const details = (task.attachments ?? []).flatMap((attachment) => attachment.details ?? []);
  const subnetId = details.find(({ name }) => name === 'subnetId')?.value;
  const tasks = subnetId ? [{ subnetId, securityGroups: undefined, publicAddress: undefined }] : [];
  const needed = { ...options, exec: task.enableExecuteCommand, instances: onInstances(placement) };
  return {
    name: nameOfArn(task.taskArn ?? ''),
    placement: { ...placement, tasks },
    destinations: neededDestinations(definition, needed),
    balanced: [],
    instanceIds: options.instanceIds,
    interfaceId: networkInterface(task),
  };
}

/** The port of the instance that leads to a container's; 0 where Docker chooses one. */
function hostPort({ containerDefinitions = [] }: TaskDefinition, name: string, port: number): number {
  const container = containerDefinitions.find((one) => one.name === name);
  return container?.portMappings?.find(({ containerPort }) => containerPort === port)?.hostPort ?? 0;
}

export function fileSystemsOf({ destinations }: NetworkSubject): string[] {
  return destinations.flatMap((one) => (one.kind === 'fileSystem' ? one.fileSystemId : []));
}

/** The VPC that a subject stands in; one of which nothing is known where its subnets could not be found. */
export function vpcOf({ vpcs, region, unread }: NetworkFacts, { placement }: NetworkSubject): VpcFacts {
  const ids = [...placement.tasks, ...(placement.instances ?? [])].map(({ subnetId }) => subnetId);
  const found = vpcs.find(({ subnets = [] }) => subnets.some(({ SubnetId = '' }) => ids.includes(SubnetId)));
  if (found) return found;
  const subnets = unread.includes('ec2:DescribeSubnets') ? undefined : [];
  return { vpcId: '', region, shared: false, subnets, unread };
}
