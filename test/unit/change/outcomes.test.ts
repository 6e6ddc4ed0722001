import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { Consent } from '../../../src/aws/connection/gate.ts';
import type { ChangeName } from '../../../src/aws/sdk/operationTypes.ts';
import { fetchService } from '../../../src/aws/read/services.ts';
import { answerLifecycleHook, rollBackServiceDeployment } from '../../../src/aws/change/deployment.ts';
import { updateService, type UpdateServiceInput } from '../../../src/aws/change/service.ts';
import { type RolloutSample, type WatchTarget, watchRollout } from '../../../src/aws/watch/watchRollout.ts';
import { waitingHook } from '../../../src/ecs/deployment/lifecycle.ts';
import { primaryDeployment } from '../../../src/ecs/deployment/rollout.ts';
import { connectTo } from '../../support/awsFiles.ts';
import { cluster, type CommandStage, openStage } from './commandStage.ts';
import { changing } from '../../support/changing.ts';

/** Every way in which a deployment can end, followed through the simulated account: none is called a success that is none. */
describe('the outcome of a deployment', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    shop = await openStage({ clock: { held: true } });
  });
  afterEach(() => shop.close());

  const service = 'checkout';
  const state = () => shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.services.get(service);

  /** Time passes only while the watch waits, and only in the simulated account. */
  const timer = {
    now: () => shop.server.clock.now(),
    sleep: async (ms: number) => shop.server.clock.advance(ms),
  };

  async function consent(operation: ChangeName): Promise<Consent> {
    const { account } = await shop.connection.identity();
    return { account, region: shop.connection.region, resource: service, operation };
  }

  async function start(
    change: Partial<UpdateServiceInput> = { taskDefinition: 'checkout-dev:2' },
  ): Promise<WatchTarget> {
    const before = await fetchService(shop.connection, cluster, service);
    const shifts = change.deploymentConfiguration?.strategy !== undefined;
    const loadBalancers = before.loadBalancers?.map((one) => ({ ...one, advancedConfiguration }));
    const input = { cluster, service, ...change, ...(shifts ? { loadBalancers } : {}) };
    const { deploymentId, service: after } = await updateService(
      await changing(shop.connection),
      before,
      input,
      await consent('UpdateService'),
    );
    assert.ok(deploymentId);
    return { cluster, service, deploymentId, createdAt: primaryDeployment(after)?.createdAt };
  }

  /** Follows to the end, doing something at each look; returns the last one. */
  async function follow(
    target: WatchTarget,
    at: (sample: RolloutSample, index: number) => Promise<void> | void = () => undefined,
  ): Promise<RolloutSample> {
    let last: RolloutSample | undefined;
    let index = 0;
    for await (const sample of watchRollout(shop.connection, target, { timer })) {
      last = sample;
      await at(sample, index++);
      assert.ok(index < 2000, `it never ended: ${JSON.stringify(sample.rollout)}`);
    }
    return last ?? assert.fail();
  }

  const breakImages = () => shop.server.account.images.add('*/shop/checkout:*', { exitAfter: 1000, exitCode: 3 });

  it('completed', async () => {
    const end = await follow(await start());
    assert.equal(end.rollout.state, 'completed');
    assert.equal(state()?.primary?.rolloutState, 'COMPLETED');
  });

  it('rolled back by the circuit breaker, with its reason', async () => {
    const settings = state()?.settings ?? assert.fail();
    settings.deploymentConfiguration = {
      ...settings.deploymentConfiguration,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    };
    const target = await start();
    breakImages();
    shop.server.account.images.add('*/shop/checkout:3.3.1');
    const seen = new Set<string>();
    const end = await follow(target, ({ rollout }) => void seen.add(rollout.state));
    assert.equal(end.rollout.state, 'rolledBack', JSON.stringify(end.rollout));
    assert.ok(!seen.has('completed'));
    assert.match((end.rollout.state === 'rolledBack' && end.rollout.to) || '', /checkout-dev:3$/);
    assert.match((end.rollout.state === 'rolledBack' && end.rollout.reason) || '', /circuit breaker/);
  });

  it('failed, without a rollback', async () => {
    const settings = state()?.settings ?? assert.fail();
    settings.deploymentConfiguration = {
      ...settings.deploymentConfiguration,
      deploymentCircuitBreaker: { enable: true, rollback: false },
    };
    const target = await start();
    breakImages();
    assert.equal((await follow(target)).rollout.state, 'failed');
  });

  it('replaced by somebody else', async () => {
    const target = await start();
    const end = await follow(target, async (_look, index) => {
      if (index === 1) await start({ taskDefinition: 'checkout-dev:1' });
    });
    assert.equal(end.rollout.state, 'replaced', JSON.stringify(end.rollout));
  });

  it('gone with its service', async () => {
    const target = await start();
    const end = await follow(target, (_look, index) => {
      if (index !== 1) return;
      const found = state() ?? assert.fail();
      found.status = 'DRAINING';
      found.desiredCount = 0;
      found.scheduler.poke();
    });
    assert.equal(end.rollout.state, 'serviceGone');
  });

  it('found out although the credentials expired meanwhile and were renewed', async () => {
    const target = await start();
    const { credential } = shop.server.account;
    let refused = 0;
    const end = await follow(target, ({ problem }, index) => {
      if (problem) refused++;
      if (index === 1) credential.expiresAt = 1;
      if (index === 4) credential.expiresAt = undefined;
    });
    assert.ok(refused > 0, 'the credentials were refused for a while');
    assert.equal(end.rollout.state, 'completed');
  });

  it('known from the history after a reload, although another deployment came since', async () => {
    const target = await start();
    assert.equal((await follow(target)).rollout.state, 'completed');
    await follow(await start({ taskDefinition: 'checkout-dev:1' }));
    assert.equal((await follow(target)).rollout.state, 'completed');
    const failed = await start({ taskDefinition: 'checkout-dev:3' });
    const { arn } = await follow(failed, async ({ record }, index) => {
      if (index !== 1) return;
      await rollBackServiceDeployment(
        await changing(shop.connection),
        record?.serviceDeploymentArn ?? '',
        await consent('StopServiceDeployment'),
      );
    }).then((end) => ({ arn: end.record?.serviceDeploymentArn }));
    await follow(await start({ taskDefinition: 'checkout-dev:2' }));
    assert.equal((await follow({ ...failed, arn })).rollout.state, 'rolledBack');
  });

  it('judged without the history where that may not be read', async () => {
    const credential = shop.server.account.addCredential({ permissions: { deny: ['ecs:ListServiceDeployments'] } });
    const target = await start();
    const { accessKeyId, secretAccessKey } = shop.server.account.credential;
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: credential.accessKeyId });
    Object.assign(process.env, { AWS_SECRET_ACCESS_KEY: credential.secretAccessKey });
    process.env['AWS_ENDPOINT_URL'] = shop.server.url;
    const limited = await connectTo({ region: 'eu-west-1' });
    let last: RolloutSample | undefined;
    for await (const sample of watchRollout(limited, target, { timer })) last = sample;
    assert.equal(last?.rollout.state, 'completed');
    assert.equal(last?.record, undefined);
    limited.dispose();
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_ENDPOINT_URL']) delete process.env[name];
    assert.ok(accessKeyId && secretAccessKey);
  });

  it('none, where the same revision was asked for again', async () => {
    const before = await fetchService(shop.connection, cluster, service);
    const input = { cluster, service, taskDefinition: before.taskDefinition };
    const update = await updateService(await changing(shop.connection), before, input, await consent('UpdateService'));
    assert.equal(update.deploymentId, undefined);
  });

  const advancedConfiguration = {
    alternateTargetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/checkout-green/1',
    productionListenerRule: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/shop/1/2/3',
    roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole',
  };
  const blueGreen: DeploymentConfiguration = {
    strategy: 'BLUE_GREEN',
    bakeTimeInMinutes: 2,
    lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] }],
  };

  it('completed after a blue/green deployment that paused and was continued', async () => {
    const target = await start({ taskDefinition: 'checkout-dev:2', deploymentConfiguration: blueGreen });
    const stages = new Set<string>();
    const weights = new Set<number>();
    let answered = 0;
    const end = await follow(target, async ({ record, rollout }) => {
      if (record?.lifecycleStage) stages.add(record.lifecycleStage);
      const weight = record?.targetServiceRevision?.requestedProductionTrafficWeight;
      if (weight !== undefined) weights.add(weight);
      const hook = record && waitingHook(record);
      if (!hook || !record) return;
      assert.equal(rollout.state, 'inProgress');
      const deployment = record.serviceDeploymentArn ?? '';
      const answer = { deployment, hookId: hook.hookId ?? '', action: 'CONTINUE' as const };
      await answerLifecycleHook(await changing(shop.connection), answer, await consent('ContinueServiceDeployment'));
      answered++;
    });
    assert.equal(answered, 1);
    assert.equal(end.rollout.state, 'completed');
    assert.ok(stages.has('BAKE_TIME'), [...stages].join());
    assert.deepEqual(
      [...weights].sort((a, b) => a - b),
      [0, 100],
    );
  });

  it('rolled back where the paused hook was answered so', async () => {
    const target = await start({ taskDefinition: 'checkout-dev:2', deploymentConfiguration: blueGreen });
    const seen = new Set<string>();
    const end = await follow(target, async ({ record, rollout }) => {
      seen.add(rollout.state);
      const hook = record && waitingHook(record);
      if (!hook || !record) return;
      const deployment = record.serviceDeploymentArn ?? '';
      const answer = { deployment, hookId: hook.hookId ?? '', action: 'ROLLBACK' as const };
      await answerLifecycleHook(await changing(shop.connection), answer, await consent('ContinueServiceDeployment'));
    });
    assert.equal(end.rollout.state, 'rolledBack', JSON.stringify(end.rollout));
    assert.ok(!seen.has('completed'));
  });
});
