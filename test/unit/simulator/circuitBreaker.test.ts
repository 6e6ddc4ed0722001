import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureThreshold } from '../../simulator/ecs/scheduler/circuitBreaker.ts';
import { openAccount } from './support/openAccount.ts';
import { deployFargate, redeploy } from './support/requests.ts';

const GONE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/tide:gone';
const ROLLBACK = { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } };

test('the threshold is half the desired count, from 3 to 200, unless configured', () => {
  const of = (
    desired: number,
    thresholdConfiguration?: { type: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT'; value: number },
  ) =>
    failureThreshold({ deploymentCircuitBreaker: { enable: true, rollback: true, thresholdConfiguration } }, desired);
  assert.deepEqual(
    [1, 25, 400, 1000].map((desired) => of(desired)),
    [3, 13, 200, 200],
  );
  assert.equal(of(10, { type: 'COUNT', value: 7 }), 7);
  assert.equal(of(4, { type: 'UNBOUNDED_PERCENT', value: 25 }), 1);
  assert.equal(of(100, { type: 'BOUNDED_PERCENT', value: 10 }), 10);
});

test('a missing image fails at the measured pace and is rolled back under the old id', async (t) => {
  const account = await openAccount(t);
  const old = await deployFargate(account, {}, ROLLBACK);
  await account.pass(90);
  const begun = account.sim.clock.now();
  const id = await redeploy(account, { image: GONE });
  const failures: number[] = [];
  let rolledBack = 0;
  for (let second = 0; second < 1000 && rolledBack === 0; second += 5) {
    await account.pass(5);
    const { deployments = [] } = await account.service('tide-api');
    const failed = deployments.find((each) => each.id === id);
    if ((failed?.failedTasks ?? 0) > failures.length) failures.push(second + 5);
    if (deployments[0]?.id !== old) continue;
    rolledBack = second + 5;
    assert.deepEqual(
      deployments.map((each) => [each.id, each.status, each.rolloutState, each.rolloutStateReason]),
      [
        [old, 'PRIMARY', 'IN_PROGRESS', `ECS deployment circuit breaker: rolling back to deploymentId ${old}.`],
        [id, 'ACTIVE', 'FAILED', 'ECS deployment circuit breaker: tasks failed to start.'],
      ],
    );
    assert.equal(failed?.failedTasks, 3);
  }
  const measured = [150, 285, 660];
  assert.equal(failures.length, 3);
  for (const [index, at] of failures.entries()) {
    assert.ok(
      Math.abs(at - (measured[index] ?? 0)) <= 30,
      `failure ${index + 1} at ${at} s, measured ${measured[index]} s`,
    );
  }
  assert.ok(Math.abs(rolledBack - 705) <= 30, `rolled back at ${rolledBack} s, measured 705 s`);

  const events = await account.events('tide-api', begun);
  const at = (text: string): number => Number.parseFloat(events.find((event) => event.endsWith(text)) ?? 'NaN');
  const failedAt = at(`(service tide-api) (deployment ${id}) deployment failed: tasks failed to start.`);
  const rollingAt = at(`(service tide-api) rolling back to deployment ${old}.`);
  assert.ok(rollingAt - failedAt < 0.11, 'one right after the other');
  await account.pass(30);
  const { deployments = [], taskDefinition } = await account.service('tide-api');
  assert.deepEqual(
    deployments.map((each) => [each.id, each.rolloutState]),
    [[old, 'COMPLETED']],
  );
  assert.match(taskDefinition ?? '', /tide-api:1$/);
  assert.equal(
    (await account.events('tide-api')).filter((event) => event.includes('consistently start tasks')).length,
    1,
  );
});

test('without rollback, or with nothing to go back to, it stays PRIMARY FAILED and starts nothing', async (t) => {
  const account = await openAccount(t);
  const id = await deployFargate(account, { image: GONE }, ROLLBACK);
  await account.pass(1200);
  const { deployments = [] } = await account.service('tide-api');
  assert.deepEqual(
    deployments.map((each) => [each.id, each.status, each.rolloutState]),
    [[id, 'PRIMARY', 'FAILED']],
  );
  const before = (await account.events('tide-api')).length;
  await account.pass(1200);
  assert.equal((await account.events('tide-api')).length, before);
  const { serviceDeployments = [] } = await account.ecs.listServiceDeployments({
    cluster: 'harbor',
    service: 'tide-api',
  });
  assert.deepEqual(
    serviceDeployments.map((each) => each.status),
    ['STOPPED'],
  );
});

test('without the breaker a broken deployment stays in progress', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  await account.pass(90);
  const id = await redeploy(account, { image: GONE });
  await account.pass(4 * 3600);
  const { deployments = [], runningCount } = await account.service('tide-api');
  assert.deepEqual([deployments[0]?.id, deployments[0]?.rolloutState, runningCount], [id, 'IN_PROGRESS', 1]);
  assert.ok((deployments[0]?.failedTasks ?? 0) >= 10);
});

test('tasks that run and die trip it too, after some three minutes', async (t) => {
  const account = await openAccount(t);
  const old = await deployFargate(account, {}, ROLLBACK);
  await account.pass(90);
  account.sim.account.images.add('public.ecr.aws/harbor/tide:crash', { exitAfter: 2000, exitCode: 1 });
  await redeploy(account, { image: 'public.ecr.aws/harbor/tide:crash' });
  const passed = await account.sim.clock.advanceUntil(
    async () => (await account.service('tide-api')).deployments?.[0]?.id === old,
  );
  assert.ok(passed > 120_000 && passed < 240_000, `after ${passed} ms`);
});

test('a healthy task sets the count back, unless that is turned off', async (t) => {
  for (const [resetOnHealthyTask, expected] of [
    [true, 0],
    [false, 1],
  ] as const) {
    const account = await openAccount(t);
    await deployFargate(
      account,
      {},
      {
        desiredCount: 2,
        deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true, resetOnHealthyTask } },
      },
    );
    await account.pass(31);
    const tasks = [...(account.region.ecs.clusters.get('harbor')?.tasks.values() ?? [])];
    tasks[0]?.life.stop('EssentialContainerExited', 'Essential container in task exited');
    assert.equal((await account.service('tide-api')).deployments?.[0]?.failedTasks, 1);
    await account.pass(42);
    assert.equal((await account.service('tide-api')).deployments?.[0]?.failedTasks, expected);
  }
});

test('an alarm fails a deployment and rolls it back', async (t) => {
  const account = await openAccount(t);
  const alarms = { alarmNames: ['5xx'], enable: true, rollback: true };
  const old = await deployFargate(account, {}, { deploymentConfiguration: { alarms } });
  await account.pass(90);
  const id = await redeploy(account, { image: 'public.ecr.aws/harbor/tide:2' });
  await account.pass(10);
  account.region.ecs.health.alarms.add('5xx');
  await account.pass(60);
  assert.equal((await account.service('tide-api')).deployments?.[0]?.id, old);
  assert.ok(
    (await account.events('tide-api')).includes(
      `(service tide-api) (deployment ${id}) deployment failed: alarm detected.`,
    ),
  );
});
