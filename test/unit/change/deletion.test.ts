import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { commandNamed } from './commandNamed.ts';
import { assertCancellable, cluster, type CommandStage, openStage, type Script } from './commandStage.ts';
import { changing } from '../../support/changing.ts';
import { deleteService } from '../../../src/aws/change/service.ts';
import { runTask } from '../../../src/aws/change/task.ts';
import { createCluster } from '../../../src/aws/change/cluster.ts';
import { fetchServices } from '../../../src/aws/read/services.ts';
import { eventually } from '../../support/eventually.ts';
import { stage } from '../../support/vscodeStandIn.ts';

/** What is deleted does not come back: account and consequences are known before anything is typed. */
describe('deleting', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  const consentFor = async (operation: 'DeleteService' | 'CreateCluster' | 'RunTask', resource: string) => {
    const { account } = await shop.connection.identity();
    return { account, region: shop.connection.region, resource, operation, typed: undefined };
  };

  const clusterNamed = (name: string) => {
    const { clusterArn } = shop.service('checkout').resource;
    const arn = clusterArn.replace(cluster, name);
    return { resource: { kind: 'cluster', connection: shop.connection, clusterArn: arn } };
  };

  const said = (pattern: RegExp): string | undefined => stage.said.find(({ text }) => pattern.test(text))?.text;

  it('a service: shows account, Region and consequences first, then has the name typed', async () => {
    const run = await commandNamed('deleteService');
    const script: Script = [
      [
        /Delete service checkout\?[\s\S]*Account: \d{12} \(profile shop\)[\s\S]*Region: [\s\S]*Its task is stopped/,
        'Delete…',
      ],
      ['Type “checkout” to delete it', 'checkout'],
    ];
    await assertCancellable(shop, (workbench) => run(workbench, shop.service('checkout')), script);
    const changes = await shop.act((workbench) => run(workbench, shop.service('checkout')), script);
    assert.deepEqual(
      changes.map(({ operation, input }) => [operation, input['force']]),
      [['DeleteService', true]],
    );
  });

  it('a service: tells when it is gone, at few calls, and the row goes then', async () => {
    const rows: unknown[] = [];
    shop.workbench.refreshRequests.event(({ gone }) => rows.push(gone));
    const run = await commandNamed('deleteService');
    const mark = shop.server.ledger.mark();
    await shop.act(
      (workbench) => run(workbench, shop.service('checkout')),
      [
        ['Delete service checkout?', 'Delete…'],
        ['Type “checkout”', 'checkout'],
      ],
    );
    assert.ok(said(/checkout is being deleted/));
    await eventually('the end of the deletion', () => said(/checkout is gone: all its tasks have ended/));
    assert.deepEqual(rows, [true, true]);
    assert.ok(shop.server.ledger.count('DescribeServices', mark) < 8);
  });

  it('a cluster: says at once what has to go first, by name, and asks nothing', async () => {
    const run = await commandNamed('deleteCluster');
    stage.answer = () => assert.fail('nothing is asked');
    await assert.rejects(
      run(shop.workbench, clusterNamed(cluster)),
      /^UserError: Cluster shop-dev-cluster is not empty\. First delete its services .*checkout/,
    );
  });

  it('a cluster: tells its own tasks from those of services, which go with them', async () => {
    await shop.close();
    shop = await openStage({ speed: 1 });
    const { clusterArn } = shop.service('checkout').resource;
    const session = await changing(shop.connection);
    const services = await fetchServices(shop.connection, clusterArn);
    const consent = await consentFor('DeleteService', 'it');
    for (const service of services) await deleteService(session, service, consent);
    const run = await commandNamed('deleteCluster');
    const message = (): Promise<string> =>
      run(shop.workbench, clusterNamed(cluster)).then(
        () => 'deleted',
        (error: Error) => error.message,
      );
    assert.match(
      await message(),
      /First stop 1 task, wait until \d+ tasks have ended, deregister 1 container instance\.$/,
    );
    const input = { cluster: clusterArn, taskDefinition: 'checkout-dev' };
    await runTask(
      session,
      { ...input, launchType: 'FARGATE', networkConfiguration: services[0]?.networkConfiguration },
      await consentFor('RunTask', 'it'),
    );
    assert.match(await message(), /First stop 2 tasks, wait until \d+ tasks have ended, /);
  });

  it('a cluster: shows the account first, then has the name typed', async () => {
    await createCluster(await changing(shop.connection), 'tea', await consentFor('CreateCluster', 'it'));
    const run = await commandNamed('deleteCluster');
    const script: Script = [
      [/Delete cluster tea\?[\s\S]*Account: \d{12}/, 'Delete…'],
      ['Type “tea” to delete it', 'tea'],
    ];
    await assertCancellable(shop, (workbench) => run(workbench, clusterNamed('tea')), script);
    const changes = await shop.act((workbench) => run(workbench, clusterNamed('tea')), script);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['DeleteCluster'],
    );
  });
});
