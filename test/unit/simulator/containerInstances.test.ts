import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InstanceState } from '../../simulator/ecs/instanceState.ts';
import { openAccount, type OpenAccount } from './support/openAccount.ts';

const APP = { name: 'app', image: 'nginx', cpu: 512, memory: 1024 };

function addHost(account: OpenAccount, memory = 3768): InstanceState {
  const cluster = account.region.ecs.clusters.get('harbor');
  if (!cluster) throw new Error('No cluster.');
  return cluster.addInstance({ cpu: 2048, memory, instanceType: 't3.medium', availabilityZone: 'eu-west-1a' });
}

async function serveOnHosts(account: OpenAccount, desiredCount: number, more: object = {}): Promise<void> {
  await account.ecs.registerTaskDefinition({ family: 'on-host', containerDefinitions: [{ ...APP, ...more }] });
  await account.ecs.createService({
    cluster: 'harbor',
    serviceName: 'tide-api',
    taskDefinition: 'on-host',
    desiredCount,
  });
}

test('an instance shows what it has and what is left', async (t) => {
  const account = await openAccount(t);
  const host = addHost(account);
  await serveOnHosts(account, 2, { portMappings: [{ containerPort: 80 }] });
  await account.pass(30);
  const { containerInstanceArns } = await account.ecs.listContainerInstances({ cluster: 'harbor' });
  assert.deepEqual(containerInstanceArns, [host.arn]);
  const { containerInstances = [] } = await account.ecs.describeContainerInstances({
    cluster: 'harbor',
    containerInstances: [host.arn],
  });
  const [instance] = containerInstances;
  assert.deepEqual([instance?.status, instance?.agentConnected, instance?.runningTasksCount], ['ACTIVE', true, 2]);
  const amount = (
    list: typeof instance extends undefined ? never : 'registeredResources' | 'remainingResources',
    name: string,
  ) => instance?.[list]?.find((resource) => resource.name === name)?.integerValue;
  assert.deepEqual([amount('registeredResources', 'CPU'), amount('remainingResources', 'CPU')], [2048, 1024]);
  assert.deepEqual([amount('registeredResources', 'MEMORY'), amount('remainingResources', 'MEMORY')], [3768, 1720]);
  const ports = instance?.registeredResources?.find((resource) => resource.name === 'PORTS');
  assert.equal(ports?.type, 'STRINGSET');
  assert.ok(ports?.stringSetValue?.includes('51678'));
  const { taskArns = [] } = await account.ecs.listTasks({ cluster: 'harbor', containerInstance: host.id });
  const task = await account.task(taskArns[0] ?? '');
  assert.deepEqual([task.launchType, task.containerInstanceArn, task.platformVersion], ['EC2', host.arn, undefined]);
  assert.deepEqual([task.attachments, task.lastStatus], [[], 'RUNNING']);
  const [binding] = task.containers?.[0]?.networkBindings ?? [];
  assert.ok((binding?.hostPort ?? 0) >= 32_768, 'a dynamic port');
  assert.match(task.containers?.[0]?.runtimeId ?? '', /^[0-9a-f]{64}$/);
  assert.equal(((task.startedAt?.getTime() ?? 0) - (task.createdAt?.getTime() ?? 0)) / 1000, 8.3);
});

test('a service that finds no room says which host came nearest, once, and goes on trying', async (t) => {
  const account = await openAccount(t);
  const guide = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';
  await serveOnHosts(account, 1);
  await account.pass(300);
  const none = `(service tide-api) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster. ${guide}`;
  assert.deepEqual(await account.events('tide-api'), [none]);
  const host = addHost(account, 512);
  await account.pass(120);
  const closest = `(service tide-api) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance ${host.id}) has insufficient memory available. ${guide}`;
  assert.deepEqual(await account.events('tide-api'), [none, closest]);
  addHost(account);
  await account.pass(200);
  assert.equal((await account.service('tide-api')).runningCount, 1);
});

test('placement failures of RunTask: memory, CPU, ports, agent', async (t) => {
  const account = await openAccount(t);
  const host = addHost(account);
  const run = async (container: object): Promise<string | undefined> => {
    await account.ecs.registerTaskDefinition({ family: 'on-host', containerDefinitions: [{ ...APP, ...container }] });
    return (await account.ecs.runTask({ cluster: 'harbor', taskDefinition: 'on-host' })).failures?.[0]?.reason;
  };
  assert.equal(await run({ memory: 4000 }), 'RESOURCE:MEMORY');
  assert.equal(await run({ cpu: 4096 }), 'RESOURCE:CPU');
  const portMappings = [{ containerPort: 80, hostPort: 80 }];
  assert.equal(await run({ portMappings }), undefined);
  assert.equal(await run({ portMappings }), 'RESOURCE:PORTS');
  host.agentConnected = false;
  assert.equal(await run({}), 'AGENT');
});

test('draining a host moves its tasks elsewhere', async (t) => {
  const account = await openAccount(t);
  const [first, second] = [addHost(account), addHost(account)];
  await serveOnHosts(account, 2);
  await account.pass(90);
  const answer = await account.ecs.updateContainerInstancesState({
    cluster: 'harbor',
    containerInstances: [first.id],
    status: 'DRAINING',
  });
  assert.equal(answer.containerInstances?.[0]?.status, 'DRAINING');
  await account.pass(90);
  assert.deepEqual([first.tasks.size, second.tasks.size], [0, 2]);
  const draining = await account.ecs.listContainerInstances({ cluster: 'harbor', status: 'DRAINING' });
  assert.deepEqual(draining.containerInstanceArns, [first.arn]);
});

test('a DAEMON service runs one task on each host', async (t) => {
  const account = await openAccount(t);
  addHost(account);
  addHost(account);
  await account.ecs.registerTaskDefinition({ family: 'agent', containerDefinitions: [{ ...APP, memory: 128 }] });
  await account.ecs.createService({
    cluster: 'harbor',
    serviceName: 'tide-api',
    taskDefinition: 'agent',
    schedulingStrategy: 'DAEMON',
  });
  await account.pass(90);
  const service = await account.service('tide-api');
  assert.deepEqual([service.runningCount, service.deployments?.[0]?.rolloutState], [2, 'COMPLETED']);
  assert.deepEqual(service.deploymentConfiguration?.maximumPercent, 100);
});

test('a capacity provider strategy splits by base and weight', async (t) => {
  const account = await openAccount(t);
  await account.ecs.registerTaskDefinition({
    family: 'mixed',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [{ name: 'app', image: 'nginx' }],
  });
  await account.ecs.createService({
    cluster: 'harbor',
    serviceName: 'tide-api',
    taskDefinition: 'mixed',
    desiredCount: 5,
    capacityProviderStrategy: [
      { capacityProvider: 'FARGATE', base: 2, weight: 0 },
      { capacityProvider: 'FARGATE_SPOT', weight: 1 },
    ],
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } },
  });
  await account.pass(60);
  const tasks = [...(account.region.ecs.clusters.get('harbor')?.tasks.values() ?? [])];
  const providers = tasks.map((task) => task.data.capacityProviderName ?? '').toSorted();
  assert.deepEqual(providers, ['FARGATE', 'FARGATE', 'FARGATE_SPOT', 'FARGATE_SPOT', 'FARGATE_SPOT']);
  const service = await account.service('tide-api');
  assert.deepEqual([service.launchType, service.capacityProviderStrategy?.length], [undefined, 2]);
});
