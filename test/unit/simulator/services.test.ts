import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CreateServiceRequest } from '@aws-sdk/client-ecs';
import { seedBulk } from '../../simulator/seed/bulk.ts';
import { openAccount } from './support/openAccount.ts';
import { deployFargate, fargateDefinition, NETWORK, redeploy } from './support/requests.ts';

test('a service as DescribeServices shows it', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account, {}, { desiredCount: 2, tags: [{ key: 'team', value: 'harbor' }] });
  await account.pass(90);
  const service = await account.service('tide-api');
  assert.equal(service.serviceArn, 'arn:aws:ecs:eu-west-1:123456789012:service/harbor/tide-api');
  assert.equal(service.clusterArn, 'arn:aws:ecs:eu-west-1:123456789012:cluster/harbor');
  assert.deepEqual(
    [service.status, service.desiredCount, service.runningCount, service.pendingCount],
    ['ACTIVE', 2, 2, 0],
  );
  assert.deepEqual(
    [service.launchType, service.platformVersion, service.platformFamily],
    ['FARGATE', 'LATEST', 'Linux'],
  );
  assert.equal(service.deployments?.[0]?.platformVersion, '1.4.0');
  const { maximumPercent, minimumHealthyPercent, deploymentCircuitBreaker, strategy } =
    service.deploymentConfiguration ?? {};
  assert.deepEqual([maximumPercent, minimumHealthyPercent, strategy], [200, 100, 'ROLLING']);
  assert.deepEqual(deploymentCircuitBreaker, { enable: false, rollback: false });
  assert.deepEqual(service.deploymentController, { type: 'ECS' });
  assert.deepEqual(
    [service.schedulingStrategy, service.propagateTags, service.enableExecuteCommand],
    ['REPLICA', 'NONE', false],
  );
  assert.equal(service.availabilityZoneRebalancing, 'ENABLED');
  assert.match(service.roleArn ?? '', /AWSServiceRoleForECS$/);
  assert.equal(service.createdBy, account.sim.account.credential.arn);
  assert.equal(service.tags, undefined);
  const tagged = await account.ecs.describeServices({ cluster: 'harbor', services: ['tide-api'], include: ['TAGS'] });
  assert.deepEqual(tagged.services?.[0]?.tags, [{ key: 'team', value: 'harbor' }]);
});

test('DescribeServices: missing ones are failures, none and more than ten are refused', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  const { services, failures } = await account.ecs.describeServices({
    cluster: 'harbor',
    services: ['tide-api', 'nowhere'],
  });
  assert.equal(services?.length, 1);
  assert.deepEqual(failures, [{ arn: 'arn:aws:ecs:eu-west-1:123456789012:service/harbor/nowhere', reason: 'MISSING' }]);
  const describe = (names: string[], cluster = 'harbor') => account.ecs.describeServices({ cluster, services: names });
  await assert.rejects(describe([]), { name: 'InvalidParameterException', message: 'Services cannot be empty.' });
  await assert.rejects(describe(Array.from({ length: 11 }, (_, index) => `s${index}`)), {
    name: 'InvalidParameterException',
  });
  await assert.rejects(describe(['a'], 'nowhere'), { name: 'ClusterNotFoundException', message: 'Cluster not found.' });
});

test('ListServices: ten a page unless asked, a hundred at most', async (t) => {
  const account = await openAccount(t);
  seedBulk(account.sim, { services: 105, tasks: 0 });
  const list = (maxResults?: number, nextToken?: string) =>
    account.ecs.listServices({ cluster: 'bulk-00001', maxResults, nextToken });
  const first = await list();
  assert.equal(first.serviceArns?.length, 10);
  const second = await list(undefined, first.nextToken);
  assert.equal(new Set([...(first.serviceArns ?? []), ...(second.serviceArns ?? [])]).size, 20);
  const big = await list(100);
  assert.equal(big.serviceArns?.length, 100);
  const rest = await list(100, big.nextToken);
  assert.deepEqual([rest.serviceArns?.length, rest.nextToken], [5, undefined]);
  await assert.rejects(list(101), { name: 'InvalidParameterException' });
  await assert.rejects(list(10, 'nonsense'), { name: 'InvalidParameterException' });
  await assert.rejects(account.ecs.listServices({ cluster: 'harbor', nextToken: first.nextToken }), {
    name: 'InvalidParameterException',
  });
});

test('CreateService refuses what ECS refuses', async (t) => {
  const account = await openAccount(t);
  await account.ecs.registerTaskDefinition(fargateDefinition({ portMappings: [{ containerPort: 80 }] }));
  await account.ecs.registerTaskDefinition({
    family: 'on-host',
    containerDefinitions: [{ name: 'a', image: 'nginx', memory: 64 }],
  });
  const base: CreateServiceRequest = {
    cluster: 'harbor',
    serviceName: 'tide-api',
    taskDefinition: 'tide-api',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
  };
  const balancer = {
    targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/a/1',
    containerPort: 80,
  };
  const cases: [Partial<CreateServiceRequest>, string, string][] = [
    [{ taskDefinition: 'nowhere' }, 'ClientException', 'TaskDefinition not found.'],
    [
      { networkConfiguration: undefined },
      'InvalidParameterException',
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    ],
    [
      { networkConfiguration: { awsvpcConfiguration: { subnets: [] } } },
      'InvalidParameterException',
      'subnets can not be empty.',
    ],
    [
      { loadBalancers: [{ ...balancer, containerName: 'db' }] },
      'InvalidParameterException',
      'The container db does not exist in the task definition.',
    ],
    [
      { loadBalancers: [{ ...balancer, containerName: 'web', containerPort: 81 }] },
      'InvalidParameterException',
      'The container web did not have a container port 81 defined.',
    ],
    [{ cluster: 'nowhere' }, 'ClusterNotFoundException', 'Cluster not found.'],
    [
      { taskDefinition: 'on-host' },
      'InvalidParameterException',
      'Task definition does not support launch_type FARGATE.',
    ],
    [
      { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] },
      'InvalidParameterException',
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    ],
  ];
  for (const [change, name, message] of cases) {
    await assert.rejects(account.ecs.createService({ ...base, ...change }), { name, message });
  }
  assert.equal(
    account.sim.ledger.changes().some((entry) => entry.operation === 'CreateService'),
    false,
  );
});

test('CreateService is idempotent by client token alone', async (t) => {
  const account = await openAccount(t);
  await account.ecs.registerTaskDefinition(fargateDefinition());
  const input: CreateServiceRequest = {
    cluster: 'harbor',
    serviceName: 'tide-api',
    taskDefinition: 'tide-api',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
    clientToken: 'b1f5d6a0',
  };
  const first = await account.ecs.createService(input);
  const second = await account.ecs.createService(input);
  assert.equal(second.service?.deployments?.[0]?.id, first.service?.deployments?.[0]?.id);
  const refusal = { name: 'InvalidParameterException', message: 'Creation of service was not idempotent.' };
  await assert.rejects(account.ecs.createService({ ...input, clientToken: undefined }), refusal);
  await assert.rejects(account.ecs.createService({ ...input, desiredCount: 2 }), refusal);
  await account.pass(40);
  await account.ecs.deleteService({ cluster: 'harbor', service: 'tide-api', force: true });
  await assert.rejects(account.ecs.createService({ ...input, clientToken: 'another' }), {
    name: 'InvalidParameterException',
    message: 'Unable to Start a service that is still Draining.',
  });
});

test('UpdateService refuses what ECS refuses', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  const update = (more: object) => account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', ...more });
  await assert.rejects(update({ service: 'nowhere' }), {
    name: 'ServiceNotFoundException',
    message: 'Service not found.',
  });
  await assert.rejects(update({ taskDefinition: 'nowhere:1' }), {
    name: 'ClientException',
    message: 'TaskDefinition not found.',
  });
  await account.ecs.registerTaskDefinition(fargateDefinition({ image: 'nginx' }));
  await account.ecs.deregisterTaskDefinition({ taskDefinition: 'tide-api:2' });
  await assert.rejects(update({ taskDefinition: 'tide-api:2' }), {
    name: 'ClientException',
    message: 'TaskDefinition is inactive',
  });
  await assert.rejects(update({ enableExecuteCommand: true }), {
    name: 'InvalidParameterException',
    message:
      "The service couldn't be updated because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
  });
});

test('CODE_DEPLOY and EXTERNAL services refuse to be deployed here, and show task sets', async (t) => {
  const account = await openAccount(t);
  const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/a/1';
  await deployFargate(
    account,
    { portMappings: [{ containerPort: 80 }] },
    {
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn, containerName: 'web', containerPort: 80 }],
    },
  );
  await account.pass(90);
  await assert.rejects(redeploy(account, { image: 'nginx' }), {
    name: 'InvalidParameterException',
    message:
      'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Please use Code Deploy to trigger a new deployment.',
  });
  await assert.rejects(
    account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', forceNewDeployment: true }),
    {
      name: 'InvalidParameterException',
    },
  );
  const scaled = await account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', desiredCount: 2 });
  assert.deepEqual([scaled.service?.desiredCount, scaled.service?.deployments], [2, []]);
  assert.equal(scaled.service?.taskSets?.[0]?.status, 'PRIMARY');
  await account.pass(60);
  const { taskSets = [] } = await account.ecs.describeTaskSets({ cluster: 'harbor', service: 'tide-api' });
  assert.deepEqual([taskSets[0]?.runningCount, taskSets[0]?.stabilityStatus], [2, 'STEADY_STATE']);

  await account.ecs.createService({
    cluster: 'harbor',
    serviceName: 'outside',
    desiredCount: 1,
    deploymentController: { type: 'EXTERNAL' },
  });
  await account.pass(60);
  const outside = await account.service('outside');
  assert.deepEqual([outside.runningCount, outside.taskSets, outside.taskDefinition], [0, [], undefined]);
  await assert.rejects(
    account.ecs.updateService({ cluster: 'harbor', service: 'outside', taskDefinition: 'tide-api' }),
    {
      name: 'InvalidParameterException',
    },
  );
});

test('changing the desired count needs no iam:PassRole, changing the definition does', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  const credential = account.sim.account.addCredential({
    principal: 'Deployer/alex',
    permissions: { deny: ['iam:PassRole'] },
  });
  const { ecs } = account.clients({ credential });
  await ecs.updateService({ cluster: 'harbor', service: 'tide-api', desiredCount: 2 });
  await assert.rejects(ecs.updateService({ cluster: 'harbor', service: 'tide-api', taskDefinition: 'tide-api:1' }), {
    name: 'AccessDeniedException',
    message:
      /is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role\/harbor-execution with an explicit deny/,
  });
});
