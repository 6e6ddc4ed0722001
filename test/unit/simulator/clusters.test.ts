import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccount } from './support/openAccount.ts';
import { deployFargate, fargateDefinition, NETWORK } from './support/requests.ts';

test('a cluster is made, described with what is included, updated and deleted', async (t) => {
  const { ecs } = await openAccount(t);
  const made = await ecs.createCluster({
    clusterName: 'quay',
    tags: [{ key: 'team', value: 'harbor' }],
    settings: [{ name: 'containerInsights', value: 'enabled' }],
    capacityProviders: ['FARGATE'],
    defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
  });
  assert.equal(made.cluster?.clusterArn, 'arn:aws:ecs:eu-west-1:123456789012:cluster/quay');
  const again = await ecs.createCluster({ clusterName: 'quay' });
  assert.deepEqual(again.cluster?.tags, made.cluster?.tags, 'making it again gives the one that is there');

  const plain = await ecs.describeClusters({ clusters: ['quay'] });
  assert.deepEqual(
    [plain.clusters?.[0]?.tags, plain.clusters?.[0]?.settings, plain.clusters?.[0]?.statistics],
    [[], [], []],
  );
  const full = await ecs.describeClusters({
    clusters: ['quay'],
    include: ['TAGS', 'SETTINGS', 'STATISTICS', 'CONFIGURATIONS'],
  });
  const [cluster] = full.clusters ?? [];
  assert.deepEqual(cluster?.tags, [{ key: 'team', value: 'harbor' }]);
  assert.deepEqual(cluster?.settings, [{ name: 'containerInsights', value: 'enabled' }]);
  assert.equal(cluster?.statistics?.length, 8);
  assert.deepEqual(cluster?.capacityProviders, ['FARGATE']);

  await ecs.updateCluster({ cluster: 'quay', serviceConnectDefaults: { namespace: 'quay.local' } });
  await ecs.putClusterCapacityProviders({
    cluster: 'quay',
    capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    defaultCapacityProviderStrategy: [],
  });
  const changed = await ecs.describeClusters({ clusters: ['quay'] });
  assert.deepEqual(changed.clusters?.[0]?.capacityProviders, ['FARGATE', 'FARGATE_SPOT']);
  assert.deepEqual(changed.clusters?.[0]?.serviceConnectDefaults, { namespace: 'quay.local' });

  const deleted = await ecs.deleteCluster({ cluster: 'quay' });
  assert.equal(deleted.cluster?.status, 'INACTIVE');
  const { clusterArns } = await ecs.listClusters({});
  assert.deepEqual(clusterArns, ['arn:aws:ecs:eu-west-1:123456789012:cluster/harbor']);
  await assert.rejects(ecs.listTasks({ cluster: 'quay' }), {
    name: 'ClusterNotFoundException',
    message: 'The referenced cluster was inactive.',
  });
});

test('a cluster with services, tasks or instances is not deleted', async (t) => {
  const account = await openAccount(t);
  const { ecs } = account;
  await deployFargate(account);
  const remove = () => ecs.deleteCluster({ cluster: 'harbor' });
  await assert.rejects(remove(), {
    name: 'ClusterContainsServicesException',
    message: 'The Cluster cannot be deleted while Services are active.',
  });
  await ecs.deleteService({ cluster: 'harbor', service: 'tide-api', force: true });
  await account.pass(5);
  const { tasks = [] } = await ecs.runTask({
    cluster: 'harbor',
    taskDefinition: 'tide-api',
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
  });
  await assert.rejects(remove(), {
    name: 'ClusterContainsTasksException',
    message: 'The Cluster cannot be deleted while Tasks are active.',
  });
  await ecs.stopTask({ cluster: 'harbor', task: tasks[0]?.taskArn });
  await account.pass(120);
  const host = account.region.ecs.clusters.get('harbor')?.addInstance({
    cpu: 1024,
    memory: 1024,
    instanceType: 't3.small',
    availabilityZone: 'eu-west-1a',
  });
  await assert.rejects(remove(), {
    name: 'ClusterContainsContainerInstancesException',
    message: 'The Cluster cannot be deleted while Container Instances are active or draining.',
  });
  account.region.ecs.clusters.get('harbor')?.instances.delete(host?.id ?? '');
  assert.equal((await remove()).cluster?.status, 'INACTIVE');
});

test('counts, failures for what is missing, and pages of a hundred', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account, {}, { desiredCount: 2 });
  await account.pass(35);
  const { clusters = [], failures } = await account.ecs.describeClusters({ clusters: ['harbor', 'nowhere'] });
  assert.deepEqual(
    [clusters[0]?.runningTasksCount, clusters[0]?.pendingTasksCount, clusters[0]?.activeServicesCount],
    [2, 0, 1],
  );
  assert.deepEqual(failures, [{ arn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/nowhere', reason: 'MISSING' }]);
  for (let index = 0; index < 120; index++) account.region.ecs.addCluster(`many-${index}`);
  const first = await account.ecs.listClusters({});
  assert.equal(first.clusterArns?.length, 100);
  const rest = await account.ecs.listClusters({ nextToken: first.nextToken });
  assert.deepEqual([rest.clusterArns?.length, rest.nextToken], [21, undefined]);
});

test('accounts and Regions are worlds of their own', async (t) => {
  const account = await openAccount(t);
  const other = account.sim.world.addAccount({ id: '210987654321' });
  const elsewhere = account.clients({ region: 'us-east-1' });
  const stranger = account.clients({ credential: other.credential });
  await elsewhere.ecs.createCluster({ clusterName: 'quay' });
  assert.deepEqual((await stranger.ecs.listClusters({})).clusterArns, []);
  assert.deepEqual((await elsewhere.ecs.listClusters({})).clusterArns, [
    'arn:aws:ecs:us-east-1:123456789012:cluster/quay',
  ]);
  const china = account.clients({ region: 'cn-north-1' });
  const { cluster } = await china.ecs.createCluster({});
  assert.equal(cluster?.clusterArn, 'arn:aws-cn:ecs:cn-north-1:123456789012:cluster/default');
  assert.equal((await stranger.sts.getCallerIdentity({})).Account, '210987654321');
});

test('tags of clusters, services, tasks and definitions are listed, set and removed', async (t) => {
  const account = await openAccount(t);
  const { ecs } = account;
  await deployFargate(account, {}, { propagateTags: 'SERVICE', tags: [{ key: 'team', value: 'harbor' }] });
  await account.pass(40);
  const { taskArns = [] } = await ecs.listTasks({ cluster: 'harbor' });
  const [taskArn = ''] = taskArns;
  assert.deepEqual((await ecs.listTagsForResource({ resourceArn: taskArn })).tags, [{ key: 'team', value: 'harbor' }]);
  const arns = [
    'arn:aws:ecs:eu-west-1:123456789012:cluster/harbor',
    'arn:aws:ecs:eu-west-1:123456789012:service/harbor/tide-api',
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/tide-api:1',
    taskArn,
  ];
  for (const resourceArn of arns) {
    await ecs.tagResource({
      resourceArn,
      tags: [
        { key: 'team', value: 'quay' },
        { key: 'kept', value: '2' },
      ],
    });
    await ecs.untagResource({ resourceArn, tagKeys: ['team'] });
    assert.deepEqual((await ecs.listTagsForResource({ resourceArn })).tags, [{ key: 'kept', value: '2' }]);
  }
  await assert.rejects(ecs.tagResource({ resourceArn: arns[0], tags: [{ key: 'aws:x', value: '1' }] }), {
    name: 'InvalidParameterException',
  });
  await assert.rejects(ecs.listTagsForResource({ resourceArn: `${arns[1]}x` }), { name: 'ServiceNotFoundException' });
});

test('capacity providers: the account’s own two, named ones, and what is missing', async (t) => {
  const { ecs } = await openAccount(t);
  const all = await ecs.describeCapacityProviders({});
  assert.deepEqual(
    all.capacityProviders?.map((each) => [each.name, each.status]),
    [
      ['FARGATE', 'ACTIVE'],
      ['FARGATE_SPOT', 'ACTIVE'],
    ],
  );
  const named = await ecs.describeCapacityProviders({ capacityProviders: ['FARGATE', 'nowhere'] });
  assert.deepEqual([named.capacityProviders?.length, named.failures?.[0]?.reason], [1, 'MISSING']);
});

test('a task definition that is asked for on Fargate needs its network, and RunTask says what it refuses', async (t) => {
  const account = await openAccount(t);
  const { ecs } = account;
  await ecs.registerTaskDefinition(fargateDefinition());
  const base = {
    cluster: 'harbor',
    taskDefinition: 'tide-api',
    launchType: 'FARGATE' as const,
    networkConfiguration: NETWORK,
  };
  await assert.rejects(ecs.runTask({ ...base, networkConfiguration: undefined }), {
    name: 'InvalidParameterException',
  });
  await assert.rejects(ecs.runTask({ ...base, count: 11 }), { name: 'InvalidParameterException' });
  await assert.rejects(ecs.runTask({ ...base, taskDefinition: 'nowhere' }), {
    name: 'ClientException',
    message: 'TaskDefinition not found.',
  });
  await assert.rejects(ecs.runTask({ ...base, launchType: 'EC2' }), {
    name: 'InvalidParameterException',
    message: 'No Container Instances were found in your cluster.',
  });
  await assert.rejects(ecs.runTask({ ...base, overrides: { containerOverrides: [{ name: 'db' }] } }), {
    name: 'InvalidParameterException',
    message: 'Override for container named db is not a container in the TaskDefinition.',
  });
  await assert.rejects(ecs.stopTask({ cluster: 'harbor', task: '0'.repeat(32) }), {
    name: 'InvalidParameterException',
    message: 'The referenced task was not found.',
  });
});
