import type { DeploymentConfiguration, DeploymentController, Service, ServiceEvent, Tag } from '@aws-sdk/client-ecs';
import type { ClusterState } from './clusterState.ts';
import type { DeploymentRecord, DeploymentState, RevisionRecord } from './deploymentState.ts';
import type { ServiceSpec } from './serviceSpec.ts';
import type { TaskState } from './taskState.ts';
import type { ServiceScheduler } from './scheduler/serviceScheduler.ts';

/** What of a service is not rolled out with a deployment. */
export interface ServiceSettings {
  deploymentConfiguration: DeploymentConfiguration;
  deploymentController: DeploymentController;
  schedulingStrategy: 'REPLICA' | 'DAEMON';
  enableExecuteCommand: boolean;
  enableECSManagedTags: boolean;
  propagateTags: 'NONE' | 'SERVICE' | 'TASK_DEFINITION';
  availabilityZoneRebalancing: 'ENABLED' | 'DISABLED';
  healthCheckGracePeriodSeconds?: number;
  placementConstraints: Service['placementConstraints'];
  placementStrategy: Service['placementStrategy'];
  roleArn?: string;
}

export interface ServiceOptions {
  spec: ServiceSpec;
  settings: ServiceSettings;
  desiredCount: number;
  createdAt: Date;
  createdBy: string;
  tags: Tag[];
}

/** A service: what DescribeServices shows, its tasks, and the history of its deployments. */
export class ServiceState {
  readonly cluster: ClusterState;
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE' = 'ACTIVE';
  spec: ServiceSpec;
  settings: ServiceSettings;
  desiredCount: number;
  tags: Tag[];
  /** Newest first; the PRIMARY one leads. */
  deployments: DeploymentState[] = [];
  /** Newest first, at most a hundred. */
  events: ServiceEvent[] = [];
  /** Newest first. */
  readonly history: DeploymentRecord[] = [];
  readonly revisions: RevisionRecord[] = [];
  readonly tasks = new Set<TaskState>();
  lastCompleted: DeploymentState | undefined;
  scheduler!: ServiceScheduler;

  constructor(cluster: ClusterState, name: string, options: ServiceOptions) {
    this.cluster = cluster;
    this.name = name;
    this.arn = cluster.ecs.arn(`service/${cluster.name}/${name}`);
    this.createdAt = options.createdAt;
    this.createdBy = options.createdBy;
    this.spec = options.spec;
    this.settings = options.settings;
    this.desiredCount = options.desiredCount;
    this.tags = options.tags;
  }

  get primary(): DeploymentState | undefined {
    return this.deployments.find((deployment) => deployment.status === 'PRIMARY');
  }

  /** CODE_DEPLOY and EXTERNAL services show task sets in place of deployments. */
  get ownController(): boolean {
    return (this.settings.deploymentController.type ?? 'ECS') === 'ECS';
  }

  count(state: 'running' | 'pending', deployment?: DeploymentState): number {
    let count = 0;
    for (const task of this.tasks) {
      if (task[state] && (!deployment || task.deployment === deployment)) count++;
    }
    return count;
  }

  tasksOf(deployment: DeploymentState): TaskState[] {
    return [...this.tasks].filter((task) => task.deployment === deployment);
  }
}
