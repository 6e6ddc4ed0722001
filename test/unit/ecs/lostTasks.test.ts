import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service } from '@aws-sdk/client-ecs';
import { lostTasks } from '../../../src/ecs/service/lostTasks.ts';
import { isTroubled, serviceStatus } from '../../../src/ecs/service/serviceStatus.ts';

const now = Date.UTC(2026, 4, 1, 12);

function service(running: number, ...events: [minutesAgo: number, message: string][]): Service {
  return {
    status: 'ACTIVE',
    desiredCount: running,
    runningCount: running,
    deployments: [{ id: 'ecs-svc/1', status: 'PRIMARY', rolloutState: 'COMPLETED' }],
    events: events.map(([ago, message]) => ({ createdAt: new Date(now - ago * 60_000), message })),
  };
}

const started = (count: number): string => `(service web) has started ${count} tasks: (task 1).`;
const stopped = (count: number): string => `(service web) has stopped ${count} running tasks: (task 1).`;

test('tasks that die and are replaced are counted, though all run', () => {
  const crashing = service(1, [1, started(1)], [4, started(1)], [9, started(1)]);
  assert.equal(lostTasks(crashing, now), 2);
  const status = serviceStatus(crashing, now);
  assert.equal(status.health, 'steady');
  assert.ok(isTroubled(status));
});

test('a deployment, scaling out and in, and what is long over, count for nothing', () => {
  assert.equal(lostTasks(service(2, [2, stopped(2)], [5, started(2)]), now), 0);
  assert.equal(lostTasks(service(2, [2, stopped(8)], [8, started(8)]), now), 0);
  assert.equal(lostTasks(service(1, [20, started(1)], [30, started(1)], [40, started(1)]), now), 0);
});

test('one task that was lost is no trouble yet, and one that ECS found unhealthy is counted', () => {
  const once = service(
    1,
    [1, started(1)],
    [2, '(service web) (task 1) failed container health checks.'],
    [2, stopped(1)],
  );
  assert.equal(lostTasks(once, now), 1);
  assert.ok(!isTroubled(serviceStatus(once, now)));
});

test('tasks of a deployment that was rolled back do not tell against the service that it left', () => {
  const failed: [number, string][] = [4, 5, 6, 7].map((ago) => [ago, started(1)]);
  const deployment = '(service web) (deployment ecs-svc/1) deployment completed.';
  assert.equal(lostTasks(service(1, [2, deployment], [3, stopped(1)], ...failed), now), 0);
  const again: [number, string][] = [0, 1, 1].map((ago) => [ago, started(1)]);
  assert.equal(lostTasks(service(1, ...again, [2, deployment], ...failed), now), 2);
});
