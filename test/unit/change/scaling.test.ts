import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Workbench } from '../../../src/ui/common/workbench.ts';
import { autoScalingOf } from '../../simulator/autoscaling/autoScalingService.ts';
import { SHOP_REGION } from '../../simulator/seed/shop.ts';
import { stage } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { assertCancellable, cluster, type CommandStage, openStage, type Script } from './commandStage.ts';

/** What commands do to a service whose desired count auto scaling moves. */
describe('a service that is scaled automatically', () => {
  let shop: CommandStage;
  const resource = `service/${cluster}/checkout`;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
    const { targets, policies } = autoScalingOf(shop.server.account.region(SHOP_REGION));
    const of = {
      ServiceNamespace: 'ecs',
      ScalableDimension: 'ecs:service:DesiredCount',
      ResourceId: resource,
    } as const;
    const common = { RoleARN: 'arn:aws:iam::123456789012:role/scaling', CreationTime: new Date(0) };
    targets.set(resource, { ...of, ...common, MinCapacity: 1, MaxCapacity: 4 });
    policies.push({
      ...of,
      PolicyName: 'cpu-60',
      PolicyARN: 'arn:aws:autoscaling:x',
      PolicyType: 'TargetTrackingScaling',
      CreationTime: new Date(0),
    });
  });
  afterEach(() => shop.close());

  const target = () => autoScalingOf(shop.server.account.region(SHOP_REGION)).targets.get(resource);

  const both = async (name: string, script: Script) => {
    const run = await commandNamed(name);
    const act = (workbench: Workbench): Promise<void> => run(workbench, shop.service('checkout'));
    await assertCancellable(shop, act, script);
    return shop.act(act, script);
  };

  it('warns that a count outside of its range will be undone', async () => {
    const changes = await both('scaleService', [
      ['What to change', 'Desired count'],
      ['Tasks of checkout', '9'],
      [/between 1 and 4 tasks: it will undo this/, 'Scale'],
    ]);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['UpdateService'],
    );
  });

  it('changes its minimum and maximum', async () => {
    const changes = await both('scaleService', [
      ['What to change', 'Minimum and maximum of auto scaling'],
      ['Fewest tasks', '2'],
      ['Most tasks', '8'],
      ['between 2 and 8', 'Change Limits'],
    ]);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['RegisterScalableTarget'],
    );
    assert.deepEqual([target()?.MinCapacity, target()?.MaxCapacity], [2, 8]);
  });

  it('is paused with its count in a tag and its scaling suspended, and comes back as it was', async () => {
    const paused = await both('pauseService', [
      [/Desired count: 1 → 0[^]*paused-desired-count = 1[^]*suspended/, 'Pause'],
    ]);
    assert.deepEqual(
      paused.map(({ operation }) => operation),
      ['TagResource', 'RegisterScalableTarget', 'UpdateService'],
    );
    assert.equal(target()?.SuspendedState?.DynamicScalingOutSuspended, true);
    const resumed = await both('resumeService', [['Resume checkout with 1 task?', 'Resume']]);
    assert.deepEqual(
      resumed.map(({ operation }) => operation),
      ['UpdateService', 'RegisterScalableTarget', 'UntagResource'],
    );
    assert.equal(target()?.SuspendedState?.DynamicScalingOutSuspended, false);
    const run = await commandNamed('resumeService');
    await assert.rejects(run(shop.workbench, shop.service('checkout')), /was not paused/);
  });

  it('leaves a suspension that was there before the pause', async () => {
    const scaled = target() ?? assert.fail();
    scaled.SuspendedState = {
      DynamicScalingInSuspended: true,
      DynamicScalingOutSuspended: true,
      ScheduledScalingSuspended: true,
    };
    await both('pauseService', [['paused-desired-count = 1 scaling-stays-suspended', 'Pause']]);
    const resumed = await both('resumeService', [[/with 1 task\?[^]*stays so/, 'Resume']]);
    assert.deepEqual(
      resumed.map(({ operation }) => operation),
      ['UpdateService', 'UntagResource'],
    );
    assert.equal(target()?.SuspendedState?.DynamicScalingOutSuspended, true);
  });

  it('is not paused where it runs one task on each instance', async () => {
    const service = shop.server.account.region(SHOP_REGION).ecs.clusters.get(cluster)?.services.get('checkout');
    assert.ok(service);
    service.settings.schedulingStrategy = 'DAEMON';
    for (const name of ['pauseService', 'scaleService']) {
      const run = await commandNamed(name);
      await assert.rejects(run(shop.workbench, shop.service('checkout')), /DAEMON/);
    }
  });
});
