import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeAwsFiles } from '../../simulator/awsFiles.ts';
import { seedBulk } from '../../simulator/seed/bulk.ts';
import { NETWORK_CLUSTER, networkTroubles, seedNetworkTroubles } from '../../simulator/seed/networkTroubles.ts';
import { seedShop, SHOP_PROD_ACCOUNT, SHOP_US_REGION } from '../../simulator/seed/shop.ts';
import { shopProfiles } from '../../simulator/seed/shopProfiles.ts';
import { openAccount } from './support/openAccount.ts';

test('the shop: three clusters, some dozen services, of Fargate and EC2, with history', async (t) => {
  const account = await openAccount(t);
  seedShop(account.sim);
  const { clusterArns = [] } = await account.ecs.listClusters({});
  const shops = clusterArns.filter((arn) => arn.includes('shop-'));
  assert.deepEqual(
    shops.map((arn) => arn.split('/').at(-1)),
    ['shop-dev-cluster', 'shop-prod-cluster', 'shop-staging-cluster'],
  );
  let count = 0;
  const launchTypes = new Set<string | undefined>();
  for (const cluster of shops) {
    const { serviceArns = [] } = await account.ecs.listServices({ cluster });
    count += serviceArns.length;
    const { services = [] } = await account.ecs.describeServices({ cluster, services: serviceArns });
    for (const service of services) {
      const { taskArns = [] } = await account.ecs.listTasks({ cluster, serviceName: service.serviceName });
      if (taskArns.length === 0) continue;
      const { tasks = [] } = await account.ecs.describeTasks({ cluster, tasks: taskArns });
      for (const task of tasks) launchTypes.add(task.launchType);
      assert.ok((service.createdAt?.getTime() ?? Infinity) < account.sim.clock.now());
    }
  }
  assert.ok(count >= 12 && count <= 24, `${count} services`);
  assert.deepEqual(launchTypes, new Set(['FARGATE', 'EC2']));
  const { taskDefinitionArns = [] } = await account.ecs.listTaskDefinitions({ familyPrefix: 'storefront-prod' });
  assert.equal(taskDefinitionArns.length, 3);
  const { containerInstanceArns = [] } = await account.ecs.listContainerInstances({ cluster: 'shop-prod-cluster' });
  assert.equal(containerInstanceArns.length, 3);
});

test('the shop’s troubles: a failing deployment, a crash loop, dead tasks, a task of its own', async (t) => {
  const account = await openAccount(t);
  seedShop(account.sim);
  const checkout = await account.service('checkout', 'shop-staging-cluster');
  const [primary, old] = checkout.deployments ?? [];
  assert.deepEqual([primary?.rolloutState, primary?.failedTasks, old?.rolloutState], ['IN_PROGRESS', 2, 'COMPLETED']);
  const stopped = async (cluster: string) => {
    const { taskArns = [] } = await account.ecs.listTasks({ cluster, desiredStatus: 'STOPPED' });
    return (await account.ecs.describeTasks({ cluster, tasks: taskArns })).tasks ?? [];
  };
  const prod = await stopped('shop-prod-cluster');
  assert.ok(
    prod.some((task) => task.containers?.some((container) => container.reason?.startsWith('OutOfMemoryError'))),
  );
  const dev = await stopped('shop-dev-cluster');
  assert.ok(dev.some((task) => task.stopCode === 'EssentialContainerExited' && task.containers?.[0]?.exitCode === 1));
  assert.ok(
    (await stopped('shop-staging-cluster')).every((task) => task.stoppedReason?.startsWith('CannotPullContainerError')),
  );
  const { taskArns = [] } = await account.ecs.listTasks({ cluster: 'shop-dev-cluster', family: 'nightly-report-dev' });
  assert.equal(taskArns.length, 1);
  await account.pass(3600);
  const later = await account.service('checkout', 'shop-staging-cluster');
  assert.deepEqual(
    [later.deployments?.length, later.deployments?.[0]?.id],
    [1, old?.id],
    'rolled back within the hour',
  );
  assert.equal(
    (await account.service('recommendations', 'shop-dev-cluster')).deployments?.[0]?.rolloutState,
    'IN_PROGRESS',
  );
});

test('the shop’s logs live, with a past', async (t) => {
  const account = await openAccount(t);
  seedShop(account.sim);
  const count = async (logGroupName: string, filterPattern?: string): Promise<number> =>
    (await account.logs.filterLogEvents({ logGroupName, filterPattern })).events?.length ?? 0;
  const before = await count('/ecs/storefront-dev');
  assert.ok(before > 100, `${before} lines of the past`);
  await account.pass(60);
  assert.ok((await count('/ecs/storefront-dev')) >= before + 20);
  assert.ok((await count('/ecs/search-api-prod', '{ $.level = "error" }')) > 0);
  assert.ok((await count('/ecs/checkout-prod', '"QueryExecutorImpl.java"')) > 0, 'a stack trace is one event');
  assert.ok((await count('/ecs/recommendations-dev', 'KeyError')) > 0);
});

test('networks in trouble: a cluster whose tasks do not start, or get no traffic, in ECS’s words', async (t) => {
  const account = await openAccount(t);
  seedNetworkTroubles(account.sim);
  await account.pass(900);
  for (const [name, { fails, balancer }] of Object.entries(networkTroubles)) {
    const service = await account.service(name, NETWORK_CLUSTER);
    const query = { cluster: NETWORK_CLUSTER, serviceName: name, desiredStatus: 'STOPPED' as const };
    const { taskArns = [] } = await account.ecs.listTasks(query);
    const { tasks = [] } = taskArns.length > 0 ? await account.ecs.describeTasks({ ...query, tasks: taskArns }) : {};
    const isWell = !fails && balancer?.healthy !== false;
    assert.equal(service.runningCount === service.desiredCount && tasks.length === 0, isWell, name);
    if (fails)
      assert.ok(
        tasks.every(({ stopCode }) => stopCode === 'TaskFailedToStart'),
        name,
      );
    else
      assert.ok(
        tasks.every(({ stoppedReason }) => stoppedReason?.startsWith('Task failed ELB health checks')),
        name,
      );
  }
});

test('profiles: the files name the server, the second account is another one', async (t) => {
  const account = await openAccount(t);
  seedShop(account.sim);
  const dir = await mkdtemp(join(tmpdir(), 'aws-files-test-'));
  t.after(() => rm(dir, { recursive: true, force: true }));
  const environment = await writeAwsFiles(dir, account.sim, shopProfiles(account.sim));
  assert.deepEqual(Object.keys(environment).sort(), ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']);
  const config = await readFile(environment.AWS_CONFIG_FILE, 'utf8');
  assert.match(config, /^\[default\]\nregion = eu-west-1\nendpoint_url = http:\/\/127\.0\.0\.1:\d+\n/);
  assert.match(config, /\[profile shop-prod\]\nregion = us-east-1\n/);
  const { credential } = account.sim.accountById(SHOP_PROD_ACCOUNT);
  const { ecs, sts } = account.clients({ credential, region: SHOP_US_REGION });
  assert.equal((await sts.getCallerIdentity({})).Account, SHOP_PROD_ACCOUNT);
  assert.deepEqual((await ecs.listClusters({})).clusterArns, [
    `arn:aws:ecs:us-east-1:${SHOP_PROD_ACCOUNT}:cluster/shop-prod-cluster`,
  ]);
});

test('a thousand services of five tasks each are there at once', async (t) => {
  const account = await openAccount(t);
  seedBulk(account.sim, { services: 1000, tasks: 5 });
  const { clusters = [] } = await account.ecs.describeClusters({ clusters: ['bulk-00001'] });
  assert.deepEqual([clusters[0]?.activeServicesCount, clusters[0]?.runningTasksCount], [1000, 5000]);
  const service = await account.service('bulk-service-00500', 'bulk-00001');
  assert.deepEqual([service.runningCount, service.deployments?.[0]?.rolloutState], [5, 'COMPLETED']);
  await account.ecs.updateService({ cluster: 'bulk-00001', service: 'bulk-service-00500', desiredCount: 6 });
  await account.pass(90);
  assert.equal((await account.service('bulk-service-00500', 'bulk-00001')).runningCount, 6);
});
