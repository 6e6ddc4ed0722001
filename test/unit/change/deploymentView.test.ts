import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeploymentSummary } from '../../../src/ui/deployments/deploymentSummary.ts';

const { renderDeployment } = await import('../../../src/ui/deployments/renderDeployment.ts');

const hostile = '<img src=x onerror="alert(1)">';
const start = Date.UTC(2026, 4, 1, 12);

function facts(more: Partial<DeploymentSummary> = {}): DeploymentSummary {
  return {
    deployment: {
      profile: 'shop',
      region: 'eu-west-1',
      account: '123456789012',
      clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
      serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web',
      serviceName: 'web',
      deploymentId: 'ecs-svc/2',
      revision: 'web:2',
      intent: 'deploy',
      startedAt: start,
    },
    sample: {
      rollout: { state: 'inProgress', running: 1, pending: 1, desired: 2, failed: 1 },
      service: {
        desiredCount: 2,
        deployments: [
          {
            id: 'ecs-svc/2',
            status: 'PRIMARY',
            taskDefinition: 'x/web:2',
            runningCount: 1,
            rolloutState: 'IN_PROGRESS',
          },
          { id: 'ecs-svc/1', status: 'ACTIVE', taskDefinition: 'x/web:1', runningCount: 2, rolloutState: 'COMPLETED' },
        ],
        events: [
          { id: 'b', createdAt: new Date(start + 5000), message: hostile },
          { id: 'a', createdAt: new Date(start - 60_000), message: 'long before' },
        ],
      },
      record: {
        status: 'IN_PROGRESS',
        lifecycleStage: 'BAKE_TIME',
        deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 },
        deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 1, threshold: 3 },
        sourceServiceRevisions: [{ arn: 'r1', requestedProductionTrafficWeight: 10, requestedTestTrafficWeight: 0 }],
        targetServiceRevision: { arn: 'r2', requestedProductionTrafficWeight: 90, requestedTestTrafficWeight: 100 },
      },
    },
    samples: [
      { at: start, running: { 'ecs-svc/1': 2, 'ecs-svc/2': 0 } },
      { at: start + 5000, running: { 'ecs-svc/1': 2, 'ecs-svc/2': 1 } },
    ],
    names: { 'ecs-svc/1': 'web:1', 'ecs-svc/2': 'web:2' },
    stage: { name: 'BAKE_TIME', since: start },
    failures: [
      {
        taskArn: 'task/shop/0123456789abcdef',
        at: start,
        reason: 'web exited with 7',
        advice: hostile,
        logs: [{ container: 'web', lines: [hostile] }],
      },
    ],
    health: [
      {
        name: 'web-blue',
        counts: { healthy: 1, unhealthy: 1 },
        reasons: ['Health checks failed with these codes: [503]'],
      },
    ],
    revisions: [
      { serviceRevisionArn: 'r1', taskDefinition: 'x/web:1' },
      { serviceRevisionArn: 'r2', taskDefinition: 'x/web:2' },
    ],
    problem: undefined,
    headline: '1 of 2 running',
    now: start + 3 * 60_000,
    ...more,
  };
}

test('nothing from the account becomes HTML', () => {
  const text = Object.values(renderDeployment(facts())).join('');
  assert.ok(text.includes('&lt;img'));
  assert.ok(!text.includes('<img'));
});

test('counts, traffic, bake time, circuit breaker, health and failures are there', () => {
  const sections = renderDeployment(facts());
  assert.match(sections.revisions, /web:2[^]*web:1/);
  assert.match(sections.revisions, /90 %/);
  assert.match(sections.revisions, /1 of 3 failures[^]*<\/meter>\s*monitoring/);
  assert.match(sections.revisions, /<path class="new"/);
  assert.match(sections.stages, /bake time · about 7 min left/);
  assert.match(sections.stages, /aria-current="step">\s*bake time/);
  assert.match(sections.health, /503/);
  assert.match(sections.failures, /web exited with 7/);
});

test('events of other times stay away', () => {
  assert.ok(!renderDeployment(facts()).events.includes('long before'));
});

test('a paused hook can be answered, and only while the deployment goes on', () => {
  const { sample } = facts();
  const hook = {
    hookId: 'h1',
    status: 'AWAITING_ACTION',
    expiresAt: new Date(start + 600_000),
    timeoutAction: 'ROLLBACK',
  } as const;
  const record = { ...sample.record, lifecycleHookDetails: [hook] };
  const waiting = renderDeployment(facts({ sample: { ...sample, record } }));
  assert.match(waiting.hook, /data-action="continue" data-hook="h1"/);
  assert.match(waiting.hook, /rolled back in 7 minutes/);
  const over = renderDeployment(facts({ sample: { ...sample, record, rollout: { state: 'completed' } } }));
  assert.equal(over.hook, '');
  assert.ok(!over.head.includes('data-action="rollBack"'));
});

test('a deployment that was rolled back stays in the table when the service has dropped it', () => {
  const { sample } = facts();
  const [own, old] = sample.service?.deployments ?? [];
  assert.ok(own && old);
  const service = { ...sample.service, deployments: [{ ...old, status: 'PRIMARY' }] };
  const rollout = { state: 'rolledBack', to: 'x/web:1', done: true } as const;
  const rows = (more: Partial<DeploymentSummary>): string[] =>
    [...renderDeployment(facts(more)).revisions.matchAll(/<tr class=[^]*?<\/tr>/g)].map(([row]) =>
      row
        .replaceAll(/<[^>]*>|\s+/g, ' ')
        .replaceAll(/ +/g, ' ')
        .trim(),
    );
  assert.deepEqual(rows({ sample: { ...sample, rollout, service } }), [
    'web:2 this deployment 0 0 0 1 rolled back',
    'web:1 returned to 0 2 0 0 completed',
  ]);
  const lastSeen = { ...own, failedTasks: 3 };
  assert.match(
    rows({ sample: { rollout, service }, lastSeen })[0] ?? '',
    /^web:2 this deployment 0 0 0 3 rolled back$/,
  );
});

test('the chart draws on what the last look found, so that a change in it can be seen', () => {
  const samples = [
    { at: start, running: { 'ecs-svc/1': 0, 'ecs-svc/2': 2 } },
    { at: start + 5000, running: { 'ecs-svc/1': 2, 'ecs-svc/2': 0 } },
  ];
  const [, path = ''] = /<path class="new" d="([^"]*)"/.exec(renderDeployment(facts({ samples })).revisions) ?? [];
  const [, changed = '', end = ''] = /H(\d+) V\d+ H(\d+)$/.exec(path) ?? [];
  assert.equal(end, '600');
  assert.ok(Number(changed) < 580, path);
});
