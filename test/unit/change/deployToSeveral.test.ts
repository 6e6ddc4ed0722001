import { assertCancellable, cluster, type CommandStage, openStage, type Script } from './commandStage.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createService } from '../../../src/aws/change/service.ts';
import { fetchService } from '../../../src/aws/read/services.ts';
import { stage } from '../../support/vscodeStandIn.ts';
import { changing } from '../../support/changing.ts';

describe('a revision for several services', () => {
  let shop: CommandStage;
  let revision: object;

  beforeEach(async () => {
    stage.clear();
    // At AWS's own pace, so that the new service's deployment is under way for as long as the test takes.
    shop = await openStage({ speed: 1 });
    const { networkConfiguration, launchType } = await fetchService(shop.connection, cluster, 'checkout');
    const { account } = await shop.connection.identity();
    const consent = { account, region: 'eu-west-1', resource: 'x', operation: 'CreateService' } as const;
    const twin = { cluster, serviceName: 'checkout-two', taskDefinition: 'checkout-dev:3', desiredCount: 1 };
    await createService(await changing(shop.connection), { ...twin, networkConfiguration, launchType }, consent);
    const taskDefinitionArn = `arn:aws:ecs:eu-west-1:${account}:task-definition/checkout-dev:2`;
    revision = { taskDefinitionArn, connection: shop.connection };
  });
  afterEach(() => shop.close());

  const script: Script = [
    ['Service to deploy to', 'Several services…'],
    ['Services', 'checkout, checkout-two'],
    [
      /Deploy checkout-dev:2 to 2 services[^]*checkout-two: A deployment of checkout-dev:3 is still under way/,
      'Deploy',
    ],
  ];

  it('is deployed to all that run its family, with one question', async () => {
    const { run } = await import('../../../src/ui/change/deployment/deployToService.ts');
    await assertCancellable(shop, (workbench) => run(workbench, revision), script);
    const changes = await shop.act((workbench) => run(workbench, revision), script);
    assert.deepEqual(
      changes.map(({ operation, input }) => [operation, input['service']]),
      [
        ['UpdateService', 'checkout'],
        ['UpdateService', 'checkout-two'],
      ],
    );
  });

  it('says which have it when one of them refuses it', async () => {
    const { run } = await import('../../../src/ui/change/deployment/deployToService.ts');
    const error = { name: 'InvalidParameterException', message: 'Too late.' };
    shop.server.faults.add({ operation: 'ecs:UpdateService', kind: 'error', skip: 1, count: 1, error });
    const changes = await shop.act((workbench) => run(workbench, revision), script);
    assert.equal(changes.length, 1);
    const said = JSON.stringify(stage.said);
    assert.ok(
      said.includes(
        'checkout-dev:2 was deployed to checkout, but not to checkout-two. AWS refused the request: Too late.',
      ),
      said,
    );
  });
});
