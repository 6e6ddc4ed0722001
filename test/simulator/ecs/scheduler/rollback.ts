import type { DeploymentState } from '../deploymentState.ts';
import type { ServiceState } from '../serviceState.ts';
import { finishRecord } from './deployments.ts';
import { addEvent, eventTexts } from './events.ts';

const BREAKER_REASON = 'Service deployment rolled back because the circuit breaker threshold was exceeded.';
const ALARM_REASON = 'Service deployment rolled back because an alarm was triggered.';

/** Ends a deployment that the circuit breaker gave up: rolled back where that is wanted and possible, else left to stand FAILED. */
export function failByBreaker(service: ServiceState, deployment: DeploymentState): void {
  const { rollback = false } = service.settings.deploymentConfiguration.deploymentCircuitBreaker ?? {};
  deployment.rolloutStateReason = 'ECS deployment circuit breaker: tasks failed to start.';
  if (deployment.record.deploymentCircuitBreaker) deployment.record.deploymentCircuitBreaker.status = 'TRIGGERED';
  addEvent(service, eventTexts.failed(deployment.id));
  giveUp(service, deployment, BREAKER_REASON, rollback);
}

/** The same for a deployment during which one of its alarms went off. */
export function failByAlarm(service: ServiceState, deployment: DeploymentState, alarm: string): void {
  const { rollback = false } = service.settings.deploymentConfiguration.alarms ?? {};
  deployment.rolloutStateReason = 'ECS deployment failed: alarm detected.';
  const { alarms } = deployment.record;
  if (alarms) Object.assign(alarms, { status: 'TRIGGERED', triggeredAlarmNames: [alarm] });
  addEvent(service, eventTexts.failedByAlarm(deployment.id));
  giveUp(service, deployment, ALARM_REASON, rollback);
}

/** A deployment has failed: back to the last one that completed, if `back` and there is one. */
export function giveUp(service: ServiceState, deployment: DeploymentState, reason: string, back = true): void {
  const now = service.cluster.ecs.clock.date();
  const target = back ? rollbackTarget(service, deployment) : undefined;
  deployment.rolloutState = 'FAILED';
  if (deployment.rolloutStateReason.endsWith('in progress.'))
    deployment.rolloutStateReason = `ECS deployment ${deployment.id} failed.`;
  deployment.updatedAt = now;
  if (target) {
    rollBack(service, deployment, target, reason);
    return;
  }
  deployment.record.stoppedAt = now;
  deployment.record.statusReason = reason;
  finishRecord(deployment.record, 'STOPPED', now);
}

/** The last deployment that completed, if it is not this one. */
function rollbackTarget(service: ServiceState, deployment: DeploymentState): DeploymentState | undefined {
  return service.lastCompleted === deployment ? undefined : service.lastCompleted;
}

/** Makes `target` PRIMARY again, under its old id. */
function rollBack(service: ServiceState, failed: DeploymentState, target: DeploymentState, reason: string): void {
  const by = reason === BREAKER_REASON ? 'ECS deployment circuit breaker' : 'ECS deployment';
  const now = service.cluster.ecs.clock.date();
  const { record } = failed;
  failed.status = 'ACTIVE';
  target.status = 'PRIMARY';
  target.rolloutState = 'IN_PROGRESS';
  target.rolloutStateReason = `${by}: rolling back to deploymentId ${target.id}.`;
  target.updatedAt = now;
  target.failedTasks = 0;
  if (failed.traffic) {
    failed.traffic = { test: 0, production: 0 };
    target.traffic = { test: 100, production: 100 };
  }
  service.spec = target.spec;
  service.deployments = [target, failed, ...service.deployments.filter((each) => each !== target && each !== failed)];
  record.status = 'ROLLBACK_IN_PROGRESS';
  record.statusReason = reason;
  record.updatedAt = now;
  record.rollback = { reason, startedAt: now, serviceRevisionArn: target.revision.serviceRevisionArn };
  target.record = record;
  addEvent(service, eventTexts.rollingBack(target.id));
}
