import type { Service, TaskDefinition } from '@aws-sdk/client-ecs';
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

/** What is looked at of a service, or of a run with the same members. */
export function subjectOf(
  service: SubjectService,
  definition: TaskDefinition,
  { region, instanceIds }: { region: string; instanceIds?: readonly string[] },
): NetworkSubject {
  const placement = placementOf(service, definition);
  const instances = placement.launch === 'EC2' || placement.launch === 'MANAGED_INSTANCES';
  const destinations = neededDestinations(definition, { region, exec: service.enableExecuteCommand, instances });
  const balanced = (service.loadBalancers ?? []).flatMap(
    ({ targetGroupArn, containerName = '', containerPort = 0 }): BalancedContainer[] => {
      const port =
        placement.networkMode === 'bridge' ? hostPort(definition, containerName, containerPort) : containerPort;
      return targetGroupArn ? [{ targetGroupArn, containerName, port }] : [];
    },
  );
  return { name: service.serviceName ?? '', placement, destinations, balanced, instanceIds };
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
