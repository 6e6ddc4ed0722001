import type { Deployment, ServiceDeployment, ServiceDeploymentStatus, ServiceRevision } from '@aws-sdk/client-ecs';
import type { ServiceSpec } from './serviceSpec.ts';

/** A service revision as DescribeServiceRevisions shows it. */
export type RevisionRecord = ServiceRevision & { serviceRevisionArn: string };
/** The history entry of a deployment, as DescribeServiceDeployments shows it. */
export type DeploymentRecord = ServiceDeployment & { serviceDeploymentArn: string; status: ServiceDeploymentStatus };

/** A deployment of a service: one entry of `deployments` in DescribeServices, while it lasts. */
export class DeploymentState {
  /** `ecs-svc/` and digits. */
  readonly id: string;
  readonly spec: ServiceSpec;
  readonly createdAt: Date;
  updatedAt: Date;
  status: 'PRIMARY' | 'ACTIVE' = 'PRIMARY';
  rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' = 'IN_PROGRESS';
  rolloutStateReason: string;
  /** How many tasks it is meant to have by now. */
  desiredCount = 0;
  failedTasks = 0;
  /** Whether one of its tasks has come to RUNNING. */
  everRan = false;
  /** Percent of the traffic it takes, where that is shifted in stages. */
  traffic: { test: number; production: number } | undefined;
  /** Whether the circuit breaker has seen enough and is about to act. */
  tripping = false;
  readonly revision: RevisionRecord;
  record: DeploymentRecord;

  constructor(id: string, spec: ServiceSpec, createdAt: Date, revision: RevisionRecord, record: DeploymentRecord) {
    this.id = id;
    this.spec = spec;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.rolloutStateReason = `ECS deployment ${id} in progress.`;
    this.revision = revision;
    this.record = record;
  }

  describe(runningCount: number, pendingCount: number): Deployment {
    const { spec } = this;
    return {
      id: this.id,
      status: this.status,
      taskDefinition: spec.taskDefinition,
      desiredCount: this.desiredCount,
      pendingCount,
      runningCount,
      failedTasks: this.failedTasks,
      createdAt: this.createdAt,
      updatedAt: this.updatedAt,
      capacityProviderStrategy: spec.capacityProviderStrategy,
      launchType: spec.launchType,
      platformVersion: spec.resolvedPlatformVersion,
      platformFamily: spec.platformFamily,
      networkConfiguration: spec.networkConfiguration,
      rolloutState: this.rolloutState,
      rolloutStateReason: this.rolloutStateReason,
      serviceConnectConfiguration: spec.serviceConnectConfiguration,
      volumeConfigurations: spec.volumeConfigurations,
      vpcLatticeConfigurations: spec.vpcLatticeConfigurations,
    };
  }
}
