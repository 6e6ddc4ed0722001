import type { Compatibility, NetworkMode, Service, TaskDefinition } from '@aws-sdk/client-ecs';
import type { Purpose } from './destination.ts';

/** Where something with a network interface of its own stands. */
export interface InterfacePlacement {
  subnetId: string;
  /** None stands for the default group of the VPC; undefined where they are not known. */
  securityGroups: readonly string[] | undefined;
  /** Undefined where it is not known. */
  publicAddress: boolean | undefined;
}

/** Where the tasks of a service, or of a run, stand in the network. */
export interface TaskPlacement {
  launch: Compatibility;
  networkMode: NetworkMode;
  /** Of Fargate; `LATEST` and none are the newest. */
  platformVersion?: string | undefined;
  /** Interfaces of the tasks' own, one for each subnet: in network mode awsvpc only. */
  tasks: readonly InterfacePlacement[];
  /** Interfaces of the instances; undefined where they were not read. */
  instances?: readonly InterfacePlacement[] | undefined;
}

/** Whose interface traffic leaves by; Fargate's own is not in the VPC. */
export type Speaker = 'task' | 'instance' | 'fargate' | 'external';

type PlacedService = Pick<
  Service,
  'launchType' | 'capacityProviderStrategy' | 'networkConfiguration' | 'platformVersion'
> & {
  /** Of a task, which has one instead of a strategy. */
  capacityProviderName?: string | undefined;
};

/** Where a service, or a run with the same members, places its tasks. */
export function placementOf(
  service: PlacedService,
  definition: Pick<TaskDefinition, 'networkMode' | 'requiresCompatibilities' | 'runtimePlatform'>,
  instances?: readonly InterfacePlacement[],
): TaskPlacement {
  const launch = launchOf(service, definition);
  const network = service.networkConfiguration?.awsvpcConfiguration;
  const networkMode = definition.networkMode ?? (launch === 'FARGATE' ? 'awsvpc' : 'bridge');
  const own = networkMode === 'awsvpc' ? network : undefined;
  return {
    launch,
    networkMode,
    platformVersion: service.platformVersion,
    tasks: (own?.subnets ?? []).map((subnetId) => ({
      subnetId,
      securityGroups: own?.securityGroups ?? [],
      // Only Fargate gives one; on instances a task in network mode awsvpc never has one.
      publicAddress: launch === 'FARGATE' && own?.assignPublicIp === 'ENABLED',
    })),
    ...(instances ? { instances } : {}),
  };
}

function launchOf(
  { launchType, capacityProviderStrategy = [], capacityProviderName }: PlacedService,
  { requiresCompatibilities = [] }: Pick<TaskDefinition, 'requiresCompatibilities'>,
): Compatibility {
  const provider = capacityProviderStrategy[0]?.capacityProvider ?? capacityProviderName;
  if (provider !== undefined) {
    if (/^FARGATE(_SPOT)?$/.test(provider)) return 'FARGATE';
    return requiresCompatibilities.includes('MANAGED_INSTANCES') ? 'MANAGED_INSTANCES' : 'EC2';
  }
  return launchType ?? (requiresCompatibilities.includes('FARGATE') ? 'FARGATE' : 'EC2');
}

/**
 * Whose interface it is. On Fargate since platform version 1.4.0 all leaves by the task's; before, Fargate fetched credentials
 * of ECR and secrets by one of its own. On instances the agent and Docker pull, fetch secrets and write logs, whatever the
 * network mode; what runs in the containers, the agent of ECS Exec among them, and volumes go by the task's where it has one.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html and
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export function speakerOf(placement: TaskPlacement, purpose: Purpose): Speaker {
  const { launch, networkMode, platformVersion = 'LATEST' } = placement;
  if (launch === 'EXTERNAL') return 'external';
  if (launch === 'FARGATE') {
    // 1.0.0 is one of Windows, which does as 1.4.0 of Linux.
    const isOld = /^1\.[1-3]\./.test(platformVersion);
    return isOld && (purpose === 'registryAuth' || purpose === 'secrets') ? 'fargate' : 'task';
  }
  const inside: readonly Purpose[] = ['exec', 'application', 'volume'];
  return networkMode === 'awsvpc' && inside.includes(purpose) ? 'task' : 'instance';
}
