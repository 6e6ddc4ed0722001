import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deploymentModel } from '../../../src/ui/deployments/panel/deploymentModel.ts';
import { readDeploymentAction } from '../../../src/ui/deployments/panel/deploymentProtocol.ts';
import type { DeploymentSummary } from '../../../src/ui/deployments/panel/deploymentSummary.ts';

/** When the deployment began. */
const start = Date.UTC(2026, 4, 1, 12);

/** A blue/green deployment in its bake time, with everything that the view has a place for. */
function deploymentFacts(more: Partial<DeploymentSummary> = {}): DeploymentSummary {
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
          { id: 'b', createdAt: new Date(start + 5000), message: 'has started 1 tasks' },
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
        cause: undefined,
        explanation: 'Look at its log.',
        logs: [{ container: 'web', lines: ['one', 'two'] }],
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

const modelOf = (more: Partial<DeploymentSummary> = {}) => deploymentModel(deploymentFacts(more));

test('counts, traffic, bake time, circuit breaker, health and failures are there', () => {
  const { revisions, traffic, breaker, chart, stages, health, failures } = modelOf();
  assert.deepEqual(
    revisions.rows.map(({ cells, state }) => [...cells, state].join(' ')),
    ['web:2 this deployment 0 1 0 0 in progress', 'web:1 being replaced 0 2 0 0 completed'],
  );
  assert.deepEqual(traffic?.rows, [
    { revision: 'web:1', production: 10, test: 0 },
    { revision: 'web:2', production: 90, test: 100 },
  ]);
  assert.deepEqual(breaker, {
    text: 'Circuit breaker: 1 of 3 failures',
    meter: { failures: 1, threshold: 3 },
    status: 'monitoring',
  });
  assert.deepEqual(chart?.lines, [
    { name: 'web:1', isOwn: false, counts: [2, 2] },
    { name: 'web:2', isOwn: true, counts: [0, 1] },
  ]);
  assert.deepEqual(stages?.stages.find(({ state }) => state === 'current')?.text, 'bake time · about 7 min left');
  assert.deepEqual(health?.groups, [
    {
      name: 'web-blue',
      states: '1 healthy, 1 unhealthy',
      reasons: ['Health checks failed with these codes: [503]'],
    },
  ]);
  assert.deepEqual(
    failures?.groups.map(({ title, reason, explanation, logs }) => ({ title, reason, explanation, logs })),
    [
      {
        title: '1 task: web exited with 7',
        reason: 'web exited with 7',
        explanation: 'Look at its log.',
        logs: [{ container: 'web', text: 'one\ntwo' }],
      },
    ],
  );
});

test('what failed alike is told once, with how many, and the log of the newest', () => {
  const alike = (taskArn: string, at: number, cause: string | undefined) => ({
    taskArn,
    at: start + at,
    reason: 'CannotPullContainerError: not found',
    cause,
    explanation: 'Push it.',
    logs: [],
  });
  const { failures } = modelOf({
    failures: [alike('a/1', 9, 'image not found'), alike('a/2', 8, 'image not found'), alike('a/3', 7, undefined)],
  });
  assert.deepEqual(
    failures?.groups.map(({ title, tasks }) => [title, tasks.length]),
    [
      ['2 tasks: image not found', 2],
      ['1 task: CannotPullContainerError: not found', 1],
    ],
  );
});

test('events of other times stay away', () => {
  assert.deepEqual(
    modelOf().events.events.map(({ id }) => id),
    ['b'],
  );
});

test('a paused hook can be answered, and only while the deployment goes on', () => {
  const { sample } = deploymentFacts();
  const hook = {
    hookId: 'h1',
    status: 'AWAITING_ACTION',
    expiresAt: new Date(start + 600_000),
    timeoutAction: 'ROLLBACK',
  } as const;
  const record = { ...sample.record, lifecycleHookDetails: [hook] };
  const waiting = modelOf({ sample: { ...sample, record } });
  assert.equal(waiting.hook?.deadline, 'Without one it is rolled back in 7 minutes.');
  assert.deepEqual(
    waiting.hook?.buttons.map(({ action }) => readDeploymentAction(structuredClone(action))),
    [
      { name: 'answerHook', hookId: 'h1', answer: 'CONTINUE' },
      { name: 'answerHook', hookId: 'h1', answer: 'ROLLBACK' },
    ],
  );
  assert.deepEqual(
    waiting.buttons.map(({ action }) => readDeploymentAction(structuredClone(action))),
    [{ name: 'streamLogs' }, { name: 'rollBack' }],
  );
  const over = modelOf({ sample: { ...sample, record, rollout: { state: 'completed' } } });
  assert.equal(over.hook, undefined);
  assert.deepEqual(
    over.buttons.map(({ action }) => action.name),
    ['streamLogs'],
  );
});

test('an action that nobody could have chosen is none', () => {
  const wrong = [
    undefined,
    'rollBack',
    { name: 'deleteService' },
    { name: 'answerHook', answer: 'CONTINUE' },
    { name: 'answerHook', hookId: 'h1', answer: 'DELETE' },
  ];
  assert.deepEqual(wrong.map(readDeploymentAction), [undefined, undefined, undefined, undefined, undefined]);
});

test('a deployment that was rolled back stays in the table when the service has dropped it', () => {
  const { sample } = deploymentFacts();
  const [own, old] = sample.service?.deployments ?? [];
  assert.ok(own && old);
  const service = { ...sample.service, deployments: [{ ...old, status: 'PRIMARY' }] };
  const rollout = { state: 'rolledBack', to: 'x/web:1', done: true } as const;
  const rows = (more: Partial<DeploymentSummary>): string[] =>
    modelOf(more).revisions.rows.map(({ cells, state }) => [...cells, state].join(' '));
  assert.deepEqual(rows({ sample: { ...sample, rollout, service } }), [
    'web:2 this deployment 0 0 0 1 rolled back',
    'web:1 returned to 0 2 0 0 completed',
  ]);
  const lastSeen = { ...own, failedTasks: 3 };
  assert.equal(rows({ sample: { rollout, service }, lastSeen })[0], 'web:2 this deployment 0 0 0 3 rolled back');
});
