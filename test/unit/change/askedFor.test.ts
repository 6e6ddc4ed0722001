import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createService } from '../../../src/aws/change/service.ts';
import { fetchService } from '../../../src/aws/read/services.ts';
import { changing } from '../../support/changing.ts';
import { eventually } from '../../support/eventually.ts';
import { stage } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { cluster, type CommandStage, openStage } from './commandStage.ts';

/** What a person asked for is told as what it is, and promises nothing that cannot be. */
describe('what was asked for', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  const tasks = () => [...(shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.tasks.values() ?? [])];

  it('is no failure: a task that is stopped ends as stopped, whatever its exit code', async () => {
    shop.server.account.images.add('*/shop/checkout:*', { exitCode: 143 });
    const [run, stop] = [await commandNamed('runTask'), await commandNamed('stopTask')];
    await shop.act(
      (workbench) => run(workbench, shop.service('checkout')),
      [
        ['Service whose network', 'checkout'],
        ['Overrides', 'As registered'],
        ['How many tasks', '1'],
        ['Run a task', 'Run Task'],
      ],
    );
    const alone = tasks().find(({ data }) => data.group === 'family:checkout-dev') ?? assert.fail('no task');
    await eventually('a running task', async () => alone.data.lastStatus === 'RUNNING' || undefined);
    const { connection, clusterArn } = shop.service('checkout').resource;
    const row = { resource: { kind: 'task', connection, clusterArn, taskArn: alone.data.taskArn } };
    await shop.act(
      (workbench) => stop(workbench, row),
      [
        ['Reason for stopping', 'enough'],
        ['Stop task', 'Stop Task'],
      ],
    );
    const told = await eventually('how it ended', async () =>
      stage.said.find(({ text }) => text.includes('was stopped')),
    );
    assert.equal(told.kind, 'information');
    assert.match(told.text, /^checkout-dev:3 was stopped as asked: enough/);
    assert.deepEqual(
      stage.said.filter(({ kind }) => kind === 'error'),
      [],
    );
  });

  it('promises no way back where there is none: the first deployment of a service is stopped', async () => {
    shop.server.account.images.add('*/shop/checkout:*', { exitAfter: 500, exitCode: 3 });
    const { connection, clusterArn } = shop.service('checkout').resource;
    const { networkConfiguration, launchType } = await fetchService(connection, cluster, 'checkout');
    const { account } = await connection.identity();
    const consent = { account, region: connection.region, resource: 'x', operation: 'CreateService' } as const;
    const twin = { cluster, serviceName: 'twin', taskDefinition: 'checkout-dev:3', desiredCount: 1 };
    const made = await createService(
      await changing(connection),
      { ...twin, networkConfiguration, launchType },
      consent,
    );
    const run = await commandNamed('rollBack');
    const row = { resource: { kind: 'service', connection, clusterArn, serviceArn: made.serviceArn } };
    await shop.act(
      (workbench) => run(workbench, row),
      [[/Stop the first deployment of checkout-dev:3 to twin[^]*no revision to return to/, 'Stop Deployment']],
    );
    const told = await eventually('the end', async () => stage.said.find(({ text }) => text.includes('was stopped')));
    assert.match(told.text, /could not return to an earlier revision\. .+/);
  });
});
