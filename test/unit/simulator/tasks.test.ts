import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunTaskRequest } from '@aws-sdk/client-ecs';
import { seedBulk } from '../../simulator/seed/bulk.ts';
import { openAccount, type OpenAccount } from './support/openAccount.ts';
import { deployFargate, fargateDefinition, NETWORK, tasksOf } from './support/requests.ts';

const RUN: RunTaskRequest = {
  cluster: 'harbor',
  taskDefinition: 'tide-api',
  launchType: 'FARGATE',
  networkConfiguration: NETWORK,
};

async function registered(account: OpenAccount): Promise<OpenAccount> {
  await account.ecs.registerTaskDefinition(fargateDefinition());
  return account;
}

test('RunTask is idempotent by client token; another request with it is a conflict that names the tasks', async (t) => {
  const account = await registered(await openAccount(t));
  const first = await account.ecs.runTask({ ...RUN, count: 2, clientToken: 'once' });
  const second = await account.ecs.runTask({ ...RUN, count: 2, clientToken: 'once' });
  const arns = first.tasks?.map((task) => task.taskArn);
  assert.deepEqual(
    second.tasks?.map((task) => task.taskArn),
    arns,
  );
  assert.equal((await account.ecs.listTasks({ cluster: 'harbor' })).taskArns?.length, 2);
  await assert.rejects(account.ecs.runTask({ ...RUN, count: 3, clientToken: 'once' }), {
    name: 'ConflictException',
    resourceIds: arns,
  });
  await account.ecs.runTask({ ...RUN });
  assert.equal((await account.ecs.listTasks({ cluster: 'harbor' })).taskArns?.length, 3);
});

test('a standalone task carries its overrides, group, starter and tags', async (t) => {
  const account = await registered(await openAccount(t));
  const { tasks = [], failures } = await account.ecs.runTask({
    ...RUN,
    startedBy: 'alex',
    group: 'nightly',
    enableExecuteCommand: true,
    tags: [{ key: 'why', value: 'test' }],
    overrides: { cpu: '512', memory: '1024', containerOverrides: [{ name: 'web', command: ['migrate'] }] },
  });
  assert.deepEqual(failures, []);
  const [task] = tasks;
  assert.deepEqual([task?.startedBy, task?.group, task?.cpu, task?.memory], ['alex', 'nightly', '512', '1024']);
  assert.deepEqual(task?.overrides?.containerOverrides, [{ name: 'web', command: ['migrate'] }]);
  assert.deepEqual(task?.overrides?.inferenceAcceleratorOverrides, []);
  assert.deepEqual(task?.tags, [{ key: 'why', value: 'test' }]);
  assert.deepEqual(task?.ephemeralStorage, { sizeInGiB: 20 });
  assert.equal(task?.containers?.[0]?.managedAgents?.[0]?.lastStatus, 'PENDING');
  await account.pass(40);
  const running = await account.task(task?.taskArn ?? '');
  assert.equal(running.containers?.[0]?.managedAgents?.[0]?.lastStatus, 'RUNNING');
  assert.deepEqual(running.tags, [], 'tags come only when they are included');
});

test('ListTasks filters by service, family, starter and desired status', async (t) => {
  const account = await openAccount(t);
  const id = await deployFargate(account, {}, { desiredCount: 2 });
  await account.ecs.runTask({ ...RUN, startedBy: 'alex' });
  await account.pass(5);
  const list = async (filter: object): Promise<number | undefined> =>
    (await account.ecs.listTasks({ cluster: 'harbor', ...filter })).taskArns?.length;
  assert.equal(await list({}), 3);
  assert.equal(await list({ serviceName: 'tide-api' }), 2);
  assert.equal(await list({ family: 'tide-api' }), 3);
  assert.equal(await list({ startedBy: id }), 2);
  assert.equal(await list({ startedBy: 'alex' }), 1);
  assert.equal(await list({ launchType: 'EC2' }), 0);
  assert.equal(await list({ desiredStatus: 'PENDING' }), 0, 'no task is ever wanted to be pending');
  assert.equal(await list({ desiredStatus: 'STOPPED' }), 0);
  const [arn = ''] = await tasksOf(account);
  await account.ecs.stopTask({ cluster: 'harbor', task: arn });
  assert.equal(await list({ desiredStatus: 'STOPPED' }), 1);
  await assert.rejects(list({ serviceName: 'nowhere' }), {
    name: 'ServiceNotFoundException',
    message: 'Service not found.',
  });
  await assert.rejects(list({ serviceName: 'tide-api', family: 'tide-api' }), { name: 'InvalidParameterException' });
});

test('pages of a hundred tasks, described a hundred at a time; none and nonsense are refused', async (t) => {
  const account = await openAccount(t);
  seedBulk(account.sim, { services: 1, tasks: 130 });
  const cluster = 'bulk-00001';
  const first = await account.ecs.listTasks({ cluster });
  assert.equal(first.taskArns?.length, 100);
  const { tasks } = await account.ecs.describeTasks({ cluster, tasks: first.taskArns });
  assert.equal(tasks?.length, 100);
  const rest = await account.ecs.listTasks({ cluster, nextToken: first.nextToken });
  assert.deepEqual([rest.taskArns?.length, rest.nextToken], [30, undefined]);
  const describe = (names: string[]) => account.ecs.describeTasks({ cluster, tasks: names });
  await assert.rejects(describe([]), { name: 'InvalidParameterException', message: 'Tasks cannot be empty.' });
  await assert.rejects(describe([...(first.taskArns ?? []), ...(rest.taskArns ?? [])]), {
    name: 'InvalidParameterException',
  });
  await assert.rejects(describe(['short']), {
    name: 'InvalidParameterException',
    message: 'taskId length should be one of [32,36]',
  });
  const missing = 'f'.repeat(32);
  const { failures } = await describe([missing]);
  assert.deepEqual(failures, [
    { arn: `arn:aws:ecs:eu-west-1:123456789012:task/${cluster}/${missing}`, reason: 'MISSING' },
  ]);
});

test('protected tasks are not scaled in', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account, {}, { desiredCount: 3 });
  await account.pass(90);
  const tasks = await tasksOf(account);
  const updated = await account.ecs.updateTaskProtection({
    cluster: 'harbor',
    tasks: tasks.slice(0, 2),
    protectionEnabled: true,
    expiresInMinutes: 60,
  });
  assert.deepEqual(
    updated.protectedTasks?.map((each) => each.protectionEnabled),
    [true, true],
  );
  const { protectedTasks = [] } = await account.ecs.getTaskProtection({ cluster: 'harbor' });
  assert.deepEqual(protectedTasks.map((each) => each.taskArn ?? '').toSorted(), tasks.slice(0, 2).toSorted());
  await account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', desiredCount: 1 });
  await account.pass(90);
  assert.deepEqual((await tasksOf(account)).toSorted(), tasks.slice(0, 2).toSorted());
  assert.ok(
    (await account.events('tide-api')).some((event) =>
      event.endsWith('was unable to scale in due to (reason 1 tasks under protection)'),
    ),
  );
  await account.pass(3600);
  await account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', desiredCount: 1 });
  await account.pass(90);
  assert.equal((await tasksOf(account)).length, 1);
  const { tasks: alone = [] } = await account.ecs.runTask(RUN);
  const refused = await account.ecs.updateTaskProtection({
    cluster: 'harbor',
    tasks: [alone[0]?.taskArn ?? ''],
    protectionEnabled: true,
  });
  assert.equal(refused.failures?.[0]?.reason, 'TASK_NOT_VALID');
});

test('ExecuteCommand gives a session or says why not', async (t) => {
  const account = await registered(await openAccount(t));
  const { tasks: off = [] } = await account.ecs.runTask(RUN);
  const { tasks: on = [] } = await account.ecs.runTask({ ...RUN, enableExecuteCommand: true });
  await account.pass(60);
  const execute = (task = '', more: object = {}) =>
    account.ecs.executeCommand({ cluster: 'harbor', task, command: '/bin/sh', interactive: true, ...more });
  await assert.rejects(execute(off[0]?.taskArn), {
    name: 'InvalidParameterException',
    message: /^The execute command failed because execute command was not enabled when the task was run/,
  });
  const answer = await execute(on[0]?.taskArn);
  assert.match(answer.session?.sessionId ?? '', /^ecs-execute-command-/);
  assert.ok((answer.session?.tokenValue?.length ?? 0) > 100);
  await execute(on[0]?.taskArn);
  await assert.rejects(execute(on[0]?.taskArn), {
    name: 'ClientException',
    message: 'Unable to start new execute sessions because the maximum session limit of 2 has been reached.',
  });
  account.region.ecs.health.execBroken = true;
  await assert.rejects(execute(on[0]?.taskArn), { name: 'TargetNotConnectedException' });
  await assert.rejects(execute(on[0]?.taskArn, { interactive: false }), { name: 'InvalidParameterException' });
});
