import type { ContainerInstance, Resource } from '@aws-sdk/client-ecs';
import type { ClusterState } from './clusterState.ts';
import type { TaskState } from './taskState.ts';

const RESERVED_PORTS = ['22', '2375', '2376', '51678', '51679'];

export interface InstanceOptions {
  cpu: number;
  memory: number;
  instanceType: string;
  availabilityZone: string;
  capacityProviderName?: string;
  registeredAt?: Date;
}

/** An EC2 host of a cluster: what it offers and which tasks it carries. */
export class InstanceState {
  readonly id: string;
  readonly ec2InstanceId: string;
  readonly cluster: ClusterState;
  readonly options: InstanceOptions;
  readonly registeredAt: Date;
  readonly tasks = new Set<TaskState>();
  status: 'ACTIVE' | 'DRAINING' = 'ACTIVE';
  agentConnected = true;

  constructor(cluster: ClusterState, options: InstanceOptions) {
    const { random, clock } = cluster.ecs;
    this.cluster = cluster;
    this.options = options;
    this.id = random.hex(32);
    this.ec2InstanceId = `i-${random.hex(17)}`;
    this.registeredAt = options.registeredAt ?? clock.date();
  }

  get arn(): string {
    return this.cluster.ecs.arn(`container-instance/${this.cluster.name}/${this.id}`);
  }

  remaining(resource: 'cpu' | 'memory'): number {
    let used = 0;
    for (const task of this.tasks) used += task.reserved[resource];
    return this.options[resource] - used;
  }

  usedPorts(): number[] {
    return [...this.tasks].flatMap((task) => task.hostPorts);
  }

  describe(): ContainerInstance {
    const live = [...this.tasks];
    const running = live.filter((task) => task.data.lastStatus === 'RUNNING').length;
    return {
      containerInstanceArn: this.arn,
      ec2InstanceId: this.ec2InstanceId,
      capacityProviderName: this.options.capacityProviderName,
      version: 3 + live.length,
      versionInfo: { agentVersion: '1.98.0', agentHash: '5d0c6f1e', dockerVersion: 'DockerVersion: 25.0.8' },
      remainingResources: this.#resources((name) => this.remaining(name), this.usedPorts().map(String)),
      registeredResources: this.#resources((name) => this.options[name], []),
      status: this.status,
      agentConnected: this.agentConnected,
      runningTasksCount: running,
      pendingTasksCount: live.length - running,
      attributes: this.#attributes(),
      registeredAt: this.registeredAt,
      attachments: [],
      tags: [],
    };
  }

  #resources(amount: (name: 'cpu' | 'memory') => number, ports: string[]): Resource[] {
    const numbers = { doubleValue: 0, longValue: 0 };
    return [
      { name: 'CPU', type: 'INTEGER', ...numbers, integerValue: amount('cpu') },
      { name: 'MEMORY', type: 'INTEGER', ...numbers, integerValue: amount('memory') },
      { name: 'PORTS', type: 'STRINGSET', ...numbers, integerValue: 0, stringSetValue: [...RESERVED_PORTS, ...ports] },
      { name: 'PORTS_UDP', type: 'STRINGSET', ...numbers, integerValue: 0, stringSetValue: [] },
    ];
  }

  #attributes(): ContainerInstance['attributes'] {
    const valued = {
      'ecs.availability-zone': this.options.availabilityZone,
      'ecs.instance-type': this.options.instanceType,
      'ecs.os-type': 'linux',
      'ecs.os-family': 'LINUX',
      'ecs.cpu-architecture': 'x86_64',
      'ecs.ami-id': 'ami-0a1b2c3d4e5f60718',
    };
    const plain = ['task-eni', 'execution-role-awslogs', 'execution-role-ecr-pull', 'container-health-check'];
    return [
      ...plain.map((name) => ({ name: `ecs.capability.${name}` })),
      { name: 'com.amazonaws.ecs.capability.logging-driver.awslogs' },
      ...Object.entries(valued).map(([name, value]) => ({ name, value })),
    ];
  }
}
