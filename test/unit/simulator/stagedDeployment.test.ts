import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeploymentConfiguration, ServiceDeployment } from '@aws-sdk/client-ecs';
import { openAccount, type OpenAccount } from './support/openAccount.ts';
import { deployFargate, redeploy } from './support/requests.ts';

const TWO = 'public.ecr.aws/harbor/tide:2';
const LAMBDA = 'arn:aws:lambda:eu-west-1:123456789012:function:verify';

async function current(account: OpenAccount): Promise<ServiceDeployment> {
  const { serviceDeployments = [] } = await account.ecs.listServiceDeployments({
    cluster: 'harbor',
    service: 'tide-api',
  });
  const arn = serviceDeployments[0]?.serviceDeploymentArn ?? '';
  const answer = await account.ecs.describeServiceDeployments({ serviceDeploymentArns: [arn] });
  const [deployment] = answer.serviceDeployments ?? [];
  assert.ok(deployment);
  return deployment;
}

/** A service that runs well, with the strategy that its next deployment follows. */
async function running(account: OpenAccount, deploymentConfiguration: DeploymentConfiguration): Promise<string> {
  const id = await deployFargate(account);
  await account.pass(90);
  await account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', deploymentConfiguration });
  return id;
}

/** Watches a deployment to its end: each stage once, with the share of the production traffic, and the seconds that passed. */
async function watch(account: OpenAccount): Promise<{ stages: string[]; seconds: number; end: ServiceDeployment }> {
  const record = account.region.ecs.clusters.get('harbor')?.services.get('tide-api')?.history[0];
  const stages: string[] = [];
  for (let seconds = 0; seconds < 10_000; seconds += 5) {
    const before = record?.updatedAt;
    await account.pass(5);
    // Asked only when something moved, for each question costs a request.
    if (record?.updatedAt === before && !record?.finishedAt && seconds % 15 !== 0) continue;
    const end = await current(account);
    const stage = `${end.lifecycleStage} ${end.targetServiceRevision?.requestedProductionTrafficWeight ?? ''}`.trim();
    if (end.lifecycleStage && stage !== stages.at(-1)) stages.push(stage);
    if (end.finishedAt) return { stages, seconds, end };
  }
  throw new Error(`The deployment never ended: ${stages.join(', ')}`);
}

test('blue/green: all stages, traffic at once, bake, clean-up', async (t) => {
  const account = await openAccount(t);
  await running(account, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 });
  const id = await redeploy(account, { image: TWO });
  const { stages, end, seconds } = await watch(account);
  assert.deepEqual(stages, [
    'PRE_SCALE_UP 0',
    'SCALE_UP 0',
    'POST_SCALE_UP 0',
    'TEST_TRAFFIC_SHIFT 0',
    'POST_TEST_TRAFFIC_SHIFT 0',
    'PRE_PRODUCTION_TRAFFIC_SHIFT 0',
    'PRODUCTION_TRAFFIC_SHIFT 100',
    'POST_PRODUCTION_TRAFFIC_SHIFT 100',
    'BAKE_TIME 100',
    'CLEAN_UP 100',
  ]);
  assert.equal(end.status, 'SUCCESSFUL');
  assert.ok(seconds > 5 * 60 + 70 && seconds < 10 * 60, `it took ${seconds} s`);
  const { deployments = [] } = await account.service('tide-api');
  assert.deepEqual(
    deployments.map((each) => [each.id, each.rolloutState]),
    [[id, 'COMPLETED']],
  );
});

test('linear and canary shift step by step', async (t) => {
  const account = await openAccount(t);
  await running(account, { strategy: 'LINEAR', linearConfiguration: { stepPercent: 40, stepBakeTimeInMinutes: 1 } });
  await redeploy(account, { image: TWO });
  const shifts = (stages: string[]): string[] => stages.filter((stage) => stage.startsWith('PRODUCTION_TRAFFIC_SHIFT'));
  assert.deepEqual(shifts((await watch(account)).stages), [
    'PRODUCTION_TRAFFIC_SHIFT 40',
    'PRODUCTION_TRAFFIC_SHIFT 80',
    'PRODUCTION_TRAFFIC_SHIFT 100',
  ]);
  await account.ecs.updateService({
    cluster: 'harbor',
    service: 'tide-api',
    deploymentConfiguration: { strategy: 'CANARY' },
    forceNewDeployment: true,
  });
  const { stages, seconds } = await watch(account);
  assert.deepEqual(shifts(stages), ['PRODUCTION_TRAFFIC_SHIFT 5', 'PRODUCTION_TRAFFIC_SHIFT 100']);
  assert.ok(seconds > 10 * 60, 'the canary waits ten minutes unless told otherwise');
});

test('a paused hook waits for ContinueServiceDeployment', async (t) => {
  const account = await openAccount(t);
  const lifecycleHooks = [{ targetType: 'PAUSE' as const, lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT' as const] }];
  await running(account, { strategy: 'BLUE_GREEN', lifecycleHooks });
  await redeploy(account, { image: TWO });
  await account.pass(600);
  const paused = await current(account);
  assert.deepEqual([paused.status, paused.lifecycleStage], ['IN_PROGRESS', 'POST_TEST_TRAFFIC_SHIFT']);
  const [hook] = paused.lifecycleHookDetails ?? [];
  assert.deepEqual([hook?.targetType, hook?.status, hook?.timeoutAction], ['PAUSE', 'AWAITING_ACTION', 'ROLLBACK']);
  assert.ok((hook?.expiresAt?.getTime() ?? 0) > account.sim.clock.now());
  const { serviceDeploymentArn } = paused;
  await assert.rejects(account.ecs.continueServiceDeployment({ serviceDeploymentArn, hookId: 'another' }), {
    name: 'InvalidParameterException',
  });
  const answer = await account.ecs.continueServiceDeployment({ serviceDeploymentArn, hookId: hook?.hookId });
  assert.equal(answer.serviceDeploymentArn, serviceDeploymentArn);
  assert.equal((await watch(account)).end.status, 'SUCCESSFUL');
});

test('a hook can be rolled back, by hand, by its Lambda function and by its timeout', async (t) => {
  const pause = { targetType: 'PAUSE' as const, lifecycleStages: ['POST_SCALE_UP' as const] };
  const lambda = {
    hookTargetArn: LAMBDA,
    roleArn: 'arn:aws:iam::123456789012:role/hooks',
    lifecycleStages: ['PRE_SCALE_UP' as const],
  };
  const cases = [
    { hook: pause, reason: /POST_SCALE_UP lifecycle hook/, byHand: true },
    {
      hook: lambda,
      reason: `Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target ${LAMBDA} returned FAILED status.`,
    },
    { hook: { ...pause, timeoutConfiguration: { timeoutInMinutes: 10 } }, reason: /timed out/ },
  ];
  for (const { hook, reason, byHand } of cases) {
    const account = await openAccount(t);
    account.region.ecs.health.lambdaHooks.set(LAMBDA, 'FAILED');
    const old = await running(account, { strategy: 'BLUE_GREEN', lifecycleHooks: [hook] });
    await redeploy(account, { image: TWO });
    if (byHand) {
      await account.pass(200);
      const { serviceDeploymentArn, lifecycleHookDetails = [] } = await current(account);
      const [{ hookId } = {}] = lifecycleHookDetails;
      await account.ecs.continueServiceDeployment({ serviceDeploymentArn, hookId, action: 'ROLLBACK' });
    }
    const { end } = await watch(account);
    assert.equal(end.status, 'ROLLBACK_SUCCESSFUL');
    if (typeof reason === 'string') assert.equal(end.statusReason, reason);
    else assert.match(end.statusReason ?? '', reason);
    const { deployments = [], runningCount } = await account.service('tide-api');
    assert.deepEqual([deployments.length, deployments[0]?.id, runningCount], [1, old, 1]);
  }
});

test('the circuit breaker takes back a blue/green deployment whose tasks never start', async (t) => {
  const account = await openAccount(t);
  const old = await running(account, {
    strategy: 'BLUE_GREEN',
    deploymentCircuitBreaker: { enable: true, rollback: true },
  });
  await redeploy(account, { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/tide:gone' });
  const { end } = await watch(account);
  assert.deepEqual(
    [end.status, end.statusReason, end.deploymentCircuitBreaker?.status],
    [
      'ROLLBACK_SUCCESSFUL',
      'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      'TRIGGERED',
    ],
  );
  assert.equal((await account.service('tide-api')).deployments?.[0]?.id, old);
});
