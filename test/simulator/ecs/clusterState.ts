import type {
  CapacityProviderStrategyItem,
  ClusterConfiguration,
  ClusterServiceConnectDefaults,
  ClusterSetting,
  Tag,
} from '@aws-sdk/client-ecs';
import type { EcsState } from './ecsState.ts';
import { InstanceState, type InstanceOptions } from './instanceState.ts';
import type { ServiceState } from './serviceState.ts';
import type { TaskState } from './taskState.ts';

/** A cluster and what lives in it; an INACTIVE one is kept for a while, as AWS does. */
export class ClusterState {
  readonly ecs: EcsState;
  readonly name: string;
  readonly arn: string;
  status: 'ACTIVE' | 'INACTIVE' = 'ACTIVE';
  readonly services = new Map<string, ServiceState>();
  /** By the 32 hex digits of the task id. */
  readonly tasks = new Map<string, TaskState>();
  readonly instances = new Map<string, InstanceState>();
  capacityProviders: string[] = [];
  defaultStrategy: CapacityProviderStrategyItem[] = [];
  settings: ClusterSetting[] = [{ name: 'containerInsights', value: 'disabled' }];
  configuration?: ClusterConfiguration;
  serviceConnectDefaults?: ClusterServiceConnectDefaults;
  tags: Tag[] = [];

  constructor(ecs: EcsState, name: string) {
    this.ecs = ecs;
    this.name = name;
    this.arn = ecs.arn(`cluster/${name}`);
  }

  /** Registers a container instance. */
  addInstance(options: InstanceOptions): InstanceState {
    const instance = new InstanceState(this, options);
    this.instances.set(instance.id, instance);
    return instance;
  }

  activeServices(): ServiceState[] {
    return [...this.services.values()].filter((service) => service.status === 'ACTIVE');
  }

  liveTasks(): TaskState[] {
    return [...this.tasks.values()].filter((task) => task.data.lastStatus !== 'STOPPED');
  }
}
