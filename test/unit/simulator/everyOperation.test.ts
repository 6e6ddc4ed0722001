import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as logsModel from '@aws-sdk/client-cloudwatch-logs';
import type { ECS } from '@aws-sdk/client-ecs';
import { operationShapes } from '../../simulator/http/shape.ts';
import { seedShop } from '../../simulator/seed/shop.ts';
import { services } from '../../simulator/services.ts';
import { heldOperations } from './support/modelGuard.ts';
import { openAccount, type OpenAccount } from './support/openAccount.ts';
import { fargateDefinition, NETWORK } from './support/requests.ts';

const CLUSTER = 'shop-dev-cluster';
const GROUP = '/ecs/storefront-dev';
const PAUSE = { targetType: 'PAUSE' as const, lifecycleStages: ['PRE_SCALE_UP' as const] };

type Calls = Record<string, (account: OpenAccount) => Promise<unknown>>;

/** The task that the shop's storefront runs. */
async function taskOf(ecs: ECS): Promise<string> {
  const { taskArns = [] } = await ecs.listTasks({ cluster: CLUSTER, serviceName: 'storefront' });
  return taskArns[0] ?? '';
}

const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/by-code-deploy/1';

async function pausedDeployment(
  account: OpenAccount,
): Promise<{ serviceDeploymentArn: string | undefined; hookId: string | undefined }> {
  const { ecs } = account;
  await ecs.updateService({
    cluster: CLUSTER,
    service: 'search-api',
    forceNewDeployment: true,
    deploymentConfiguration: { strategy: 'BLUE_GREEN', lifecycleHooks: [PAUSE] },
  });
  await account.pass(10);
  const { currentServiceDeployment = '' } = await account.service('search-api', CLUSTER);
  const { serviceDeployments = [] } = await ecs.describeServiceDeployments({
    serviceDeploymentArns: [currentServiceDeployment],
  });
  return {
    serviceDeploymentArn: currentServiceDeployment,
    hookId: serviceDeployments[0]?.lifecycleHookDetails?.[0]?.hookId,
  };
}

/** One call of every operation of ECS, in an order in which each finds what it needs. */
const ecsCalls: Calls = {
  ListClusters: ({ ecs }) => ecs.listClusters({}),
  CreateCluster: ({ ecs }) => ecs.createCluster({ clusterName: 'quay' }),
  UpdateCluster: ({ ecs }) =>
    ecs.updateCluster({ cluster: 'quay', settings: [{ name: 'containerInsights', value: 'enhanced' }] }),
  PutClusterCapacityProviders: ({ ecs }) =>
    ecs.putClusterCapacityProviders({
      cluster: 'quay',
      capacityProviders: ['FARGATE'],
      defaultCapacityProviderStrategy: [],
    }),
  DescribeClusters: ({ ecs }) =>
    ecs.describeClusters({
      clusters: [CLUSTER],
      include: ['STATISTICS', 'TAGS', 'SETTINGS', 'CONFIGURATIONS', 'ATTACHMENTS'],
    }),
  DeleteCluster: ({ ecs }) => ecs.deleteCluster({ cluster: 'quay' }),
  ListServices: ({ ecs }) => ecs.listServices({ cluster: CLUSTER }),
  DescribeServices: ({ ecs }) =>
    ecs.describeServices({ cluster: CLUSTER, services: ['storefront', 'search-api'], include: ['TAGS'] }),
  ListTasks: ({ ecs }) => ecs.listTasks({ cluster: CLUSTER }),
  DescribeTasks: async ({ ecs }) => {
    for (const desiredStatus of ['RUNNING', 'STOPPED'] as const) {
      const { taskArns } = await ecs.listTasks({ cluster: CLUSTER, desiredStatus });
      await ecs.describeTasks({ cluster: CLUSTER, tasks: taskArns, include: ['TAGS'] });
    }
  },
  ListContainerInstances: ({ ecs }) => ecs.listContainerInstances({ cluster: CLUSTER }),
  DescribeContainerInstances: async ({ ecs }) => {
    const { containerInstanceArns } = await ecs.listContainerInstances({ cluster: CLUSTER });
    return ecs.describeContainerInstances({ cluster: CLUSTER, containerInstances: containerInstanceArns });
  },
  DescribeCapacityProviders: ({ ecs }) => ecs.describeCapacityProviders({ include: ['TAGS'] }),
  ListTaskDefinitionFamilies: ({ ecs }) => ecs.listTaskDefinitionFamilies({}),
  ListTaskDefinitions: ({ ecs }) => ecs.listTaskDefinitions({}),
  DescribeTaskDefinition: async ({ ecs }) => {
    const { taskDefinitionArns = [] } = await ecs.listTaskDefinitions({});
    for (const taskDefinition of taskDefinitionArns)
      await ecs.describeTaskDefinition({ taskDefinition, include: ['TAGS'] });
  },
  RegisterTaskDefinition: ({ ecs }) => ecs.registerTaskDefinition(fargateDefinition()),
  RunTask: ({ ecs }) =>
    ecs.runTask({ cluster: CLUSTER, taskDefinition: 'tide-api', launchType: 'FARGATE', networkConfiguration: NETWORK }),
  DeregisterTaskDefinition: ({ ecs }) => ecs.deregisterTaskDefinition({ taskDefinition: 'tide-api:1' }),
  DeleteTaskDefinitions: ({ ecs }) => ecs.deleteTaskDefinitions({ taskDefinitions: ['tide-api:1'] }),
  TagResource: ({ ecs, region }) =>
    ecs.tagResource({ resourceArn: region.ecs.arn(`cluster/${CLUSTER}`), tags: [{ key: 'a', value: 'b' }] }),
  ListTagsForResource: ({ ecs, region }) =>
    ecs.listTagsForResource({ resourceArn: region.ecs.arn(`cluster/${CLUSTER}`) }),
  UntagResource: ({ ecs, region }) =>
    ecs.untagResource({ resourceArn: region.ecs.arn(`cluster/${CLUSTER}`), tagKeys: ['a'] }),
  UpdateTaskProtection: async ({ ecs }) =>
    ecs.updateTaskProtection({ cluster: CLUSTER, tasks: [await taskOf(ecs)], protectionEnabled: true }),
  GetTaskProtection: ({ ecs }) => ecs.getTaskProtection({ cluster: CLUSTER }),
  ExecuteCommand: async (account) => {
    await account.pass(5);
    const task = await taskOf(account.ecs);
    return account.ecs.executeCommand({
      cluster: CLUSTER,
      task,
      container: 'storefront',
      command: 'sh',
      interactive: true,
    });
  },
  StopTask: async ({ ecs }) => ecs.stopTask({ cluster: CLUSTER, task: await taskOf(ecs) }),
  CreateService: ({ ecs }) =>
    ecs.createService({
      cluster: CLUSTER,
      serviceName: 'by-code-deploy',
      taskDefinition: 'storefront-dev',
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: NETWORK,
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn: TARGET_GROUP, containerName: 'storefront', containerPort: 8080 }],
    }),
  DescribeTaskSets: ({ ecs }) => ecs.describeTaskSets({ cluster: CLUSTER, service: 'by-code-deploy' }),
  DeleteService: ({ ecs }) => ecs.deleteService({ cluster: CLUSTER, service: 'by-code-deploy', force: true }),
  UpdateService: ({ ecs }) => ecs.updateService({ cluster: CLUSTER, service: 'checkout', forceNewDeployment: true }),
  StopServiceDeployment: async (account) => {
    const { currentServiceDeployment } = await account.service('checkout', CLUSTER);
    return account.ecs.stopServiceDeployment({ serviceDeploymentArn: currentServiceDeployment });
  },
  ContinueServiceDeployment: async (account) => account.ecs.continueServiceDeployment(await pausedDeployment(account)),
  ListServiceDeployments: ({ ecs }) => ecs.listServiceDeployments({ cluster: CLUSTER, service: 'checkout' }),
  DescribeServiceDeployments: async ({ ecs }) => {
    const { serviceDeployments = [] } = await ecs.listServiceDeployments({ cluster: CLUSTER, service: 'checkout' });
    return ecs.describeServiceDeployments({
      serviceDeploymentArns: serviceDeployments.map((each) => each.serviceDeploymentArn ?? ''),
    });
  },
  DescribeServiceRevisions: async ({ ecs }) => {
    const { serviceDeployments = [] } = await ecs.listServiceDeployments({ cluster: CLUSTER, service: 'checkout' });
    return ecs.describeServiceRevisions({
      serviceRevisionArns: serviceDeployments.map((each) => each.targetServiceRevisionArn ?? ''),
    });
  },
  UpdateContainerInstancesState: async ({ ecs }) => {
    const { containerInstanceArns = [] } = await ecs.listContainerInstances({ cluster: CLUSTER });
    return ecs.updateContainerInstancesState({
      cluster: CLUSTER,
      containerInstances: containerInstanceArns,
      status: 'DRAINING',
    });
  },
};

const logsCalls: Calls = {
  CreateLogGroup: ({ logs }) => logs.createLogGroup({ logGroupName: '/new' }),
  CreateLogStream: ({ logs }) => logs.createLogStream({ logGroupName: '/new', logStreamName: 's' }),
  PutLogEvents: ({ logs, sim }) =>
    logs.putLogEvents({
      logGroupName: '/new',
      logStreamName: 's',
      logEvents: [{ timestamp: sim.clock.now(), message: 'x' }],
    }),
  PutRetentionPolicy: ({ logs }) => logs.putRetentionPolicy({ logGroupName: '/new', retentionInDays: 1 }),
  DescribeLogGroups: ({ logs }) => logs.describeLogGroups({}),
  DescribeLogStreams: ({ logs }) => logs.describeLogStreams({ logGroupName: GROUP }),
  FilterLogEvents: ({ logs }) => logs.filterLogEvents({ logGroupName: GROUP, limit: 50 }),
  GetLogEvents: ({ logs }) => logs.getLogEvents({ logGroupName: '/new', logStreamName: 's' }),
  DeleteLogStream: ({ logs }) => logs.deleteLogStream({ logGroupName: '/new', logStreamName: 's' }),
  DeleteLogGroup: ({ logs }) => logs.deleteLogGroup({ logGroupName: '/new' }),
  StartLiveTail: ({ logs, region }) => logs.startLiveTail({ logGroupIdentifiers: [region.logs.openGroup(GROUP).arn] }),
};

/** Answers that have no body to be held against the model here: streams, which liveTail.test.ts takes apart. */
const streams = new Set(['logs:StartLiveTail']);

test('every operation that the server offers answers as the SDK’s model says', async (t) => {
  const account = await openAccount(t);
  seedShop(account.sim);
  for (const [service, calls] of [
    ['ecs', ecsCalls],
    ['logs', logsCalls],
  ] as const) {
    const offered = Object.keys(services.find((each) => each.name === service)?.operations ?? {});
    assert.deepEqual(Object.keys(calls).sort(), offered.sort(), `a call for each operation of ${service}`);
    for (const [operation, call] of Object.entries(calls)) {
      await call(account);
      const name = `${service}:${operation}`;
      assert.ok(
        heldOperations.has(name) || streams.has(name) || hasNoOutput(operation),
        `${name} was held against the model`,
      );
    }
  }
});

/** Operations that have no output in the model answer with an empty body. */
function hasNoOutput(operation: string): boolean {
  const shapes = operationShapes((logsModel as unknown as Record<string, unknown>)[`${operation}$`]);
  return shapes?.output.kind === 'unit';
}

test('an operation that the server does not offer says so', async (t) => {
  const account = await openAccount(t);
  await assert.rejects(account.ecs.listAccountSettings({}), { name: 'UnknownOperationException' });
});
