import type { AwsVpcConfiguration, Container, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import type { Timer } from '../timerHeap.ts';
import type { ClusterState } from './clusterState.ts';
import type { DeploymentState } from './deploymentState.ts';
import type { InstanceState } from './instanceState.ts';
import type { ServiceState } from './serviceState.ts';
import type { TaskLife } from './scheduler/taskLife.ts';

/** The wire shape of a task with what it always has. */
export type TaskData = Task & {
  taskArn: string;
  lastStatus: string;
  desiredStatus: string;
  containers: Container[];
  version: number;
};

/** One task: what DescribeTasks shows, and what belongs to it here. */
export class TaskState {
  readonly id: string;
  readonly cluster: ClusterState;
  readonly definition: TaskDefinition;
  readonly data: TaskData;
  service: ServiceState | undefined;
  deployment: DeploymentState | undefined;
  instance: InstanceState | undefined;
  /** Where its interface is attached; none outside network mode awsvpc. */
  network: AwsVpcConfiguration | undefined;
  /** What it takes from its container instance. */
  reserved = { cpu: 0, memory: 0 };
  hostPorts: number[] = [];
  /** The load balancer's verdict: none yet, or what the health checks say. */
  targetHealth: 'none' | 'initial' | 'healthy' | 'unhealthy' = 'none';
  /** Whether it has run for long enough to count as healthy without any check. */
  settled = false;
  /** Whether the service scheduler has already dealt with its end. */
  accounted = false;
  protectedUntil: Date | undefined;
  /** Open ECS Exec sessions by container. */
  readonly execSessions = new Map<string, number>();
  life!: TaskLife;
  /** Pending steps of its life; cancelled when it takes another turn. */
  readonly timers = new Set<Timer>();

  constructor(id: string, cluster: ClusterState, definition: TaskDefinition, data: TaskData) {
    this.id = id;
    this.cluster = cluster;
    this.definition = definition;
    this.data = data;
  }

  get wanted(): boolean {
    return this.data.desiredStatus === 'RUNNING';
  }

  get running(): boolean {
    return this.wanted && this.data.lastStatus === 'RUNNING';
  }

  get pending(): boolean {
    return this.wanted && !this.running;
  }

  /** Whether its containers may still be at work. */
  get executing(): boolean {
    return ['RUNNING', 'DEACTIVATING', 'STOPPING'].includes(this.data.lastStatus);
  }

  get healthy(): boolean {
    if (!this.running) return false;
    const checked = this.definition.containerDefinitions?.some((container) => container.healthCheck) ?? false;
    if (checked && this.data.healthStatus !== 'HEALTHY') return false;
    if (this.targetHealth !== 'none') return this.targetHealth === 'healthy';
    return checked || this.settled;
  }

  isProtected(now: number): boolean {
    return this.protectedUntil !== undefined && this.protectedUntil.getTime() > now;
  }

  cancelTimers(): void {
    for (const timer of this.timers) timer.cancel();
    this.timers.clear();
  }
}
