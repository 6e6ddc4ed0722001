import type { Deployment, Service } from '@aws-sdk/client-ecs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf } from '../../../src/ecs/deployment/deploymentRecord.ts';
import { isOver, judgeRollout } from '../../../src/ecs/deployment/rollout.ts';

const own = 'ecs-svc/2';
const old = 'ecs-svc/1';

function service(...deployments: Deployment[]): Service {
  return { serviceName: 'web', status: 'ACTIVE', desiredCount: 2, deployments };
}

const primary = (more: Partial<Deployment>): Deployment => ({
  id: own,
  status: 'PRIMARY',
  taskDefinition: 'web:8',
  ...more,
});
const active = (more: Partial<Deployment>): Deployment => ({
  id: old,
  status: 'ACTIVE',
  taskDefinition: 'web:7',
  ...more,
});

test('a running deployment is in progress, with its own counts', () => {
  const rollout = judgeRollout(
    service(primary({ rolloutState: 'IN_PROGRESS', runningCount: 1, pendingCount: 1, failedTasks: 1 }), active({})),
    { id: own },
  );
  assert.deepEqual(rollout, { state: 'inProgress', running: 1, pending: 1, desired: 2, failed: 1, reason: undefined });
  assert.equal(isOver(rollout), false);
});

test('only the own deployment, completed, is a success', () => {
  assert.equal(judgeRollout(service(primary({ rolloutState: 'COMPLETED' })), { id: own }).state, 'completed');
  const others = service(primary({ id: 'ecs-svc/3', rolloutState: 'COMPLETED', taskDefinition: 'web:9' }));
  assert.deepEqual(judgeRollout(others, { id: own }), { state: 'replaced', by: 'web:9' });
});

test('a failed deployment without rollback stays and is called failed', () => {
  const reason = 'ECS deployment circuit breaker: tasks failed to start.';
  const rollout = judgeRollout(service(primary({ rolloutState: 'FAILED', rolloutStateReason: reason })), { id: own });
  assert.deepEqual(rollout, { state: 'failed', reason });
});

test('a rollback is told while the failed deployment is still there', () => {
  const during = service(
    primary({ id: old, rolloutState: 'IN_PROGRESS', taskDefinition: 'web:7' }),
    active({ id: own, rolloutState: 'FAILED', rolloutStateReason: 'why', taskDefinition: 'web:8' }),
  );
  const rollout = judgeRollout(during, { id: own });
  assert.deepEqual(rollout, { state: 'rolledBack', to: 'web:7', done: false, reason: 'why' });
  assert.equal(isOver(rollout), false);
});

test('a rollback is told after the failed deployment has vanished', () => {
  const after = service(primary({ id: old, rolloutState: 'COMPLETED', taskDefinition: 'web:7' }));
  const rollout = judgeRollout(after, { id: own, failed: { reason: 'why' } });
  assert.deepEqual(rollout, { state: 'rolledBack', to: 'web:7', done: true, reason: 'why' });
  assert.equal(isOver(rollout), true);
});

test('a rollback is known by its own reason when the failure was never seen', () => {
  const reason = `ECS deployment circuit breaker: rolling back to deploymentId ${old}.`;
  const seen = service(
    primary({ id: old, rolloutState: 'IN_PROGRESS', rolloutStateReason: reason, taskDefinition: 'web:7' }),
  );
  assert.equal(judgeRollout(seen, { id: own }).state, 'rolledBack');
});

test('without a rollout state, one deployment at full count is done', () => {
  assert.equal(judgeRollout(service(primary({ runningCount: 2 })), { id: own }).state, 'completed');
  assert.equal(judgeRollout(service(primary({ runningCount: 1 })), { id: own }).state, 'inProgress');
  assert.equal(judgeRollout(service(primary({ runningCount: 2 }), active({})), { id: own }).state, 'inProgress');
});

test('a deleted service ends the watch', () => {
  assert.equal(judgeRollout(undefined, { id: own }).state, 'serviceGone');
  assert.equal(judgeRollout({ ...service(primary({})), status: 'DRAINING' }, { id: own }).state, 'serviceGone');
});

test('a deployment that is not shown yet is under way, and gone only when it stays away', () => {
  const [before, now] = [new Date(1000), new Date(2000)];
  const seen = service(primary({ id: old, createdAt: before, rolloutState: 'COMPLETED', taskDefinition: 'web:7' }));
  assert.equal(judgeRollout(seen, { id: own, createdAt: now, missed: 1 }).state, 'inProgress');
  assert.equal(judgeRollout(seen, { id: own, createdAt: now, missed: 3 }).state, 'rolledBack');
  assert.equal(judgeRollout(undefined, { id: own, createdAt: now, missed: 1 }).state, 'inProgress');
  assert.equal(judgeRollout(undefined, { id: own, createdAt: now, missed: 3 }).state, 'serviceGone');
});

test('a newer deployment has replaced it at once', () => {
  const seen = service(primary({ id: 'ecs-svc/3', createdAt: new Date(3000), taskDefinition: 'web:9' }));
  assert.equal(judgeRollout(seen, { id: own, createdAt: new Date(2000), missed: 1 }).state, 'replaced');
});

test('an older deployment that is PRIMARY again is a rollback, whatever ECS says of it', () => {
  const during = service(
    primary({ id: old, createdAt: new Date(1000), rolloutState: 'IN_PROGRESS', taskDefinition: 'web:7' }),
    active({ id: own, createdAt: new Date(2000), rolloutState: 'IN_PROGRESS', taskDefinition: 'web:8' }),
  );
  assert.equal(judgeRollout(during, { id: own }).state, 'rolledBack');
});

test('a rollback that fails itself is over', () => {
  const seen = service(primary({ id: old, rolloutState: 'FAILED', rolloutStateReason: 'no room' }));
  assert.deepEqual(judgeRollout(seen, { id: own, failed: {} }), { state: 'failed', reason: 'no room' });
});

test('an entry of the history is not taken for that of the next deployment', () => {
  const at = (ms: number) => new Date(1_000_000 + ms);
  const briefs = [{ serviceDeploymentArn: 'first', createdAt: at(0) }];
  assert.equal(recordOf(briefs, at(30_000), [at(100)]), undefined);
  assert.equal(recordOf(briefs, at(200), [])?.serviceDeploymentArn, 'first');
});

test('a failure that ECS is about to roll back is not the end yet', () => {
  const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } };
  const updatedAt = new Date(5000);
  const failed = {
    ...service(primary({ rolloutState: 'FAILED', rolloutStateReason: 'why', updatedAt })),
    deploymentConfiguration,
  };
  const first = judgeRollout(failed, { id: own }, updatedAt.getTime() + 10_000);
  assert.deepEqual(first, { state: 'rolledBack', to: undefined, done: false, reason: 'why' });
  const later = judgeRollout(failed, { id: own }, updatedAt.getTime() + 60_000);
  assert.deepEqual(later, { state: 'failed', reason: 'why' });
  const createdAt = new Date(1000);
  const [only] = failed.deployments ?? [];
  const begun = { ...failed, createdAt, deployments: [{ ...only, createdAt }] };
  const none = judgeRollout(begun, { id: own }, updatedAt.getTime() + 10_000);
  assert.deepEqual(none, { state: 'failed', reason: 'why' }, 'a first deployment has nothing to return to');
});
