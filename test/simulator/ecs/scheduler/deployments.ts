import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import { DeploymentState, type DeploymentRecord, type RevisionRecord } from '../deploymentState.ts';
import type { ServiceSpec } from '../serviceSpec.ts';
import type { ServiceState } from '../serviceState.ts';
import { countsOf } from '../operations/describeServiceDeployment.ts';
import { digestOf } from './containerRun.ts';
import { failureThreshold } from './circuitBreaker.ts';

const ID_DIGITS = 19;

/** Begins a deployment of `spec`: it becomes PRIMARY, whatever was before turns ACTIVE. */
export function beginDeployment(service: ServiceState, spec: ServiceSpec, createdAt?: Date): DeploymentState {
  const { clock, random } = service.cluster.ecs;
  const at = createdAt ?? clock.date();
  const revision = newRevision(service, spec, at);
  const sources = service.deployments;
  const deployment = new DeploymentState(
    `ecs-svc/${random.digits(ID_DIGITS)}`,
    spec,
    at,
    revision,
    newRecord(service, revision, at),
  );
  for (const previous of sources) replace(previous, at);
  service.spec = spec;
  service.deployments = [deployment, ...sources];
  service.history.unshift(deployment.record);
  return deployment;
}

function replace(previous: DeploymentState, at: Date): void {
  previous.status = 'ACTIVE';
  previous.updatedAt = at;
  if (previous.record.status === 'PENDING' || previous.record.status === 'IN_PROGRESS') {
    previous.record.status = 'STOPPED';
    previous.record.stoppedAt = at;
    previous.record.finishedAt = at;
    previous.record.updatedAt = at;
    previous.record.statusReason = 'Service deployment was stopped by a new deployment.';
  }
}

function newRevision(service: ServiceState, spec: ServiceSpec, createdAt: Date): RevisionRecord {
  const { ecs, name: cluster } = service.cluster;
  const definition = ecs.taskDefinitions.find(spec.taskDefinition)?.data;
  const revision: RevisionRecord = {
    serviceRevisionArn: ecs.arn(`service-revision/${cluster}/${service.name}/${ecs.random.digits(ID_DIGITS)}`),
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    taskDefinition: spec.taskDefinition,
    capacityProviderStrategy: spec.capacityProviderStrategy,
    launchType: spec.launchType,
    platformVersion: spec.resolvedPlatformVersion,
    platformFamily: spec.platformFamily,
    loadBalancers: spec.loadBalancers,
    serviceRegistries: spec.serviceRegistries,
    networkConfiguration: spec.networkConfiguration,
    containerImages: (definition?.containerDefinitions ?? []).map((container) => ({
      containerName: container.name,
      imageDigest: digestOf(container.image ?? ''),
      image: container.image,
    })),
    guardDutyEnabled: false,
    serviceConnectConfiguration: spec.serviceConnectConfiguration,
    volumeConfigurations: spec.volumeConfigurations,
    createdAt,
    vpcLatticeConfigurations: spec.vpcLatticeConfigurations,
  };
  service.revisions.push(revision);
  return revision;
}

function newRecord(service: ServiceState, revision: RevisionRecord, createdAt: Date): DeploymentRecord {
  const { ecs, name: cluster } = service.cluster;
  const configuration = service.settings.deploymentConfiguration;
  return {
    serviceDeploymentArn: ecs.arn(`service-deployment/${cluster}/${service.name}/${ecs.random.token(21)}`),
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    createdAt,
    updatedAt: createdAt,
    sourceServiceRevisions: service.deployments.map(({ revision: source }) => ({ arn: source.serviceRevisionArn })),
    targetServiceRevision: { arn: revision.serviceRevisionArn },
    status: 'PENDING',
    deploymentConfiguration: structuredClone(configuration),
    deploymentCircuitBreaker: { ...breaker(configuration, service.desiredCount) },
    alarms: { status: configuration.alarms?.enable ? 'MONITORING' : 'DISABLED' },
  };
}

function breaker(
  configuration: DeploymentConfiguration,
  desired: number,
): DeploymentRecord['deploymentCircuitBreaker'] {
  const enabled = configuration.deploymentCircuitBreaker?.enable ?? false;
  if (!enabled) return { status: 'DISABLED', failureCount: 0, threshold: 0 };
  return { status: 'MONITORING', failureCount: 0, threshold: failureThreshold(configuration, desired) };
}

/** The deployment has done what it was made for; what it replaced is forgotten. */
export function completeDeployment(
  service: ServiceState,
  deployment: DeploymentState,
  at = service.cluster.ecs.clock.date(),
): void {
  deployment.rolloutState = 'COMPLETED';
  deployment.rolloutStateReason = `ECS deployment ${deployment.id} completed.`;
  deployment.updatedAt = at;
  freezeCounts(service, deployment.record);
  service.deployments = [deployment];
  service.lastCompleted = deployment;
  finishRecord(
    deployment.record,
    deployment.record.status === 'ROLLBACK_IN_PROGRESS' ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL',
    at,
  );
}

/** Notes in the history how many tasks each revision had in the end. */
function freezeCounts(service: ServiceState, record: DeploymentRecord): void {
  const summaries = [...(record.sourceServiceRevisions ?? []), record.targetServiceRevision ?? {}];
  for (const summary of summaries) {
    const deployment = service.deployments.find((each) => each.revision.serviceRevisionArn === summary.arn);
    Object.assign(summary, deployment ? countsOf(service, deployment) : {});
  }
}

export function finishRecord(record: DeploymentRecord, status: DeploymentRecord['status'], at: Date): void {
  record.status = status;
  record.finishedAt = at;
  record.updatedAt = at;
  const circuitBreaker = record.deploymentCircuitBreaker;
  if (circuitBreaker?.status === 'MONITORING') circuitBreaker.status = 'MONITORING_COMPLETE';
  if (record.alarms?.status === 'MONITORING') record.alarms.status = 'MONITORING_COMPLETE';
}
