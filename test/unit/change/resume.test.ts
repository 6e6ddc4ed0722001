import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fetchService } from '../../../src/aws/read/services.ts';
import { updateService } from '../../../src/aws/change/service.ts';
import { primaryDeployment } from '../../../src/ecs/deployment/rollout.ts';
import type { PendingDeployment } from '../../../src/ui/deployments/pendingDeployments.ts';
import { connectTo } from '../../support/awsFiles.ts';
import { stage } from '../../support/vscodeStandIn.ts';
import { cluster, type CommandStage, openStage } from './commandStage.ts';
import { changing } from '../../support/changing.ts';

/** A window that was reloaded while it followed a deployment. */
describe('after a reload', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  async function startedBefore(): Promise<PendingDeployment> {
    const { connection } = shop;
    const { account } = await connection.identity();
    const before = await fetchService(connection, cluster, 'checkout');
    const consent = { account, region: connection.region, resource: 'checkout', operation: 'UpdateService' } as const;
    const input = { cluster, service: 'checkout', taskDefinition: 'checkout-dev:2' };
    const { service, deploymentId = '' } = await updateService(await changing(connection), before, input, consent);
    return {
      profile: 'shop',
      region: connection.region,
      account,
      clusterArn: service.clusterArn ?? '',
      serviceArn: service.serviceArn ?? '',
      serviceName: 'checkout',
      deploymentId,
      revision: 'checkout-dev:2',
      intent: 'deploy',
      startedAt: primaryDeployment(service)?.createdAt?.getTime() ?? 0,
    };
  }

  it('the deployment is followed again, its end is told once, and it is forgotten', async () => {
    const pending = await startedBefore();
    shop.memory.set('pendingDeployments', [pending]);
    const { resumeDeployments } = await import('../../../src/ui/deployments/resumeDeployments.ts');
    await Promise.all([resumeDeployments(shop.workbench), resumeDeployments(shop.workbench)]);
    const ends = stage.said.filter(({ text }) => text.includes('deployment completed'));
    assert.equal(ends.length, 1, JSON.stringify(stage.said));
    assert.deepEqual(shop.memory.get('pendingDeployments'), []);
  });

  it('it is followed to its end although the window has turned to another connection', async () => {
    const pending = await startedBefore();
    const { deployments } = await import('../../../src/ui/deployments/deployments.ts');
    const { followPending } = await import('../../../src/ui/deployments/followRollout.ts');
    const left = await connectTo({ profile: 'shop' });
    const end = followPending(shop.workbench, await deployments(shop.workbench).open(left, pending));
    left.dispose();
    await end;
    assert.ok(stage.said.some(({ text }) => text.includes('deployment completed')));
  });

  it('it is left alone where no connection reaches its account', async () => {
    const pending = { ...(await startedBefore()), account: '999999999999' };
    shop.memory.set('pendingDeployments', [pending]);
    const mark = shop.server.ledger.mark();
    const { resumeDeployments } = await import('../../../src/ui/deployments/resumeDeployments.ts');
    await resumeDeployments(shop.workbench);
    assert.equal(shop.server.ledger.count('ecs:DescribeServices', mark), 0);
    assert.deepEqual(shop.memory.get('pendingDeployments'), [pending]);
  });

  it('a deployment that is being followed and is then rolled back on purpose is told once, as what was wanted', async () => {
    const pending = await startedBefore();
    const { deployments } = await import('../../../src/ui/deployments/deployments.ts');
    const { followPending } = await import('../../../src/ui/deployments/followRollout.ts');
    const { fetchServiceDeploymentBriefs } = await import('../../../src/aws/read/serviceDeployments.ts');
    const { rollBackServiceDeployment } = await import('../../../src/aws/change/deployment.ts');
    const { connection, workbench } = shop;
    const first = followPending(workbench, await deployments(workbench).open(connection, pending));
    const [brief] = await fetchServiceDeploymentBriefs(connection, { cluster, service: 'checkout', limit: 1 });
    const operation = 'StopServiceDeployment' as const;
    const consent = { account: pending.account, region: connection.region, resource: 'checkout', operation };
    await rollBackServiceDeployment(await changing(connection), brief?.serviceDeploymentArn ?? '', consent);
    const again = await deployments(workbench).open(connection, { ...pending, intent: 'rollBack' });
    await Promise.all([first, followPending(workbench, again)]);
    assert.deepEqual(
      stage.said.map(({ kind, text }) => [kind, text]),
      [['information', 'checkout is rolled back to checkout-dev:3.']],
    );
  });
});
