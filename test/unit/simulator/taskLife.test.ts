import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '@aws-sdk/client-ecs';
import { interruptSpotTask, loseHost, retireTask } from '../../simulator/ecs/incidents.ts';
import { openAccount, type OpenAccount } from './support/openAccount.ts';
import { awslogs, fargateDefinition, NETWORK } from './support/requests.ts';

async function run(account: OpenAccount, family = 'tide-api'): Promise<string> {
  const { tasks = [] } = await account.ecs.runTask({
    cluster: 'harbor',
    taskDefinition: family,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
  });
  return tasks[0]?.taskArn ?? '';
}

/** Seconds from the task's creation to one of its times. */
function after(task: Task, time: keyof Task): number {
  const created = task.createdAt?.getTime() ?? 0;
  return ((task[time] as Date).getTime() - created) / 1000;
}

function between(task: Task, from: keyof Task, to: keyof Task): number {
  return ((task[to] as Date).getTime() - (task[from] as Date).getTime()) / 1000;
}

test('a Fargate task goes through its states at the measured times', async (t) => {
  const account = await openAccount(t);
  await account.ecs.registerTaskDefinition(fargateDefinition());
  const arn = await run(account);
  const created = await account.task(arn);
  assert.deepEqual([created.lastStatus, created.desiredStatus, created.version], ['PROVISIONING', 'RUNNING', 1]);
  assert.equal(created.attachments?.[0]?.status, 'PRECREATED');
  assert.deepEqual(
    created.attachments?.[0]?.details?.map((detail) => detail.name),
    ['subnetId'],
  );
  assert.deepEqual([created.containers?.[0]?.lastStatus, created.startedAt], ['PENDING', undefined]);

  await account.pass(18);
  const pending = await account.task(arn);
  assert.deepEqual([pending.lastStatus, pending.connectivity], ['PENDING', 'CONNECTED']);
  assert.deepEqual(
    pending.attachments?.[0]?.details?.map((detail) => detail.name),
    ['subnetId', 'networkInterfaceId', 'macAddress', 'privateDnsName', 'privateIPv4Address'],
  );
  await account.pass(9.6);
  assert.equal((await account.task(arn)).lastStatus, 'ACTIVATING');

  await account.pass(1);
  const running = await account.task(arn);
  assert.equal(running.lastStatus, 'RUNNING');
  const times = (['connectivityAt', 'pullStartedAt', 'pullStoppedAt', 'startedAt'] as const).map((time) =>
    after(running, time),
  );
  assert.deepEqual(times, [17.7, 22.4, 26.3, 27.9]);
  assert.equal(running.version, 3);
  const [container] = running.containers ?? [];
  assert.match(container?.runtimeId ?? '', /^[0-9a-f]{32}-\d+$/);
  assert.match(container?.imageDigest ?? '', /^sha256:[0-9a-f]{64}$/);
  assert.equal(container?.networkInterfaces?.[0]?.attachmentId, running.attachments?.[0]?.id);
});

test('StopTask flips the desired status at once, the rest follows', async (t) => {
  const account = await openAccount(t);
  await account.ecs.registerTaskDefinition(fargateDefinition());
  account.sim.account.images.add('*/harbor/tide:1', { onStop: { after: 11_300, exitCode: 0 } });
  const arn = await run(account);
  await account.pass(40);
  const { task: answer } = await account.ecs.stopTask({ cluster: 'harbor', task: arn, reason: 'making room' });
  assert.deepEqual([answer?.desiredStatus, answer?.lastStatus], ['STOPPED', 'RUNNING']);
  assert.deepEqual([answer?.stopCode, answer?.stoppedReason], ['UserInitiated', 'making room']);
  assert.ok(answer?.stoppingAt);
  const seen: (string | undefined)[] = [];
  for (let second = 0; second < 40; second++) {
    await account.pass(1);
    const { lastStatus } = await account.task(arn);
    if (lastStatus !== seen.at(-1)) seen.push(lastStatus);
  }
  assert.deepEqual(seen, ['STOPPING', 'DEPROVISIONING', 'STOPPED']);
  const stopped = await account.task(arn);
  assert.equal(stopped.containers?.[0]?.exitCode, 0);
  assert.equal(stopped.version, 6);
  assert.equal(stopped.attachments?.[0]?.status, 'DELETED');
  assert.equal(between(stopped, 'stoppingAt', 'executionStoppedAt'), 11.6);
});

test('a container that ignores SIGTERM is killed when its stop timeout has passed', async (t) => {
  const account = await openAccount(t);
  await account.ecs.registerTaskDefinition(fargateDefinition({ stopTimeout: 10 }));
  account.sim.account.images.add('*/harbor/tide:1', { onStop: 'ignored' });
  const arn = await run(account);
  await account.pass(40);
  await account.ecs.stopTask({ cluster: 'harbor', task: arn });
  await account.pass(60);
  const stopped = await account.task(arn);
  assert.equal(stopped.stoppedReason, 'Task stopped by user');
  assert.equal(stopped.containers?.[0]?.exitCode, 137);
  assert.equal(between(stopped, 'stoppingAt', 'executionStoppedAt'), 10.3);
});

test('a task that is stopped before it ran has no exit code and no start time', async (t) => {
  const account = await openAccount(t);
  await account.ecs.registerTaskDefinition(fargateDefinition());
  const arn = await run(account);
  await account.pass(5);
  await account.ecs.stopTask({ cluster: 'harbor', task: arn });
  await account.pass(60);
  const stopped = await account.task(arn);
  assert.deepEqual([stopped.lastStatus, stopped.startedAt], ['STOPPED', undefined]);
  assert.equal(stopped.containers?.[0]?.exitCode, undefined);
});

test('a crash, an out-of-memory kill and an exec format error end as ECS tells them', async (t) => {
  const account = await openAccount(t);
  const { images } = account.sim.account;
  account.region.logs.createGroup('/ecs/tide');
  const cases = [
    { behaviour: { exitAfter: 3000, exitCode: 1 }, exitCode: 1, reason: undefined },
    {
      behaviour: { outOfMemory: true },
      exitCode: 137,
      reason: 'OutOfMemoryError: container killed due to memory usage',
    },
    { behaviour: { platforms: ['linux/arm64'], singlePlatform: true }, exitCode: 1, reason: undefined },
  ];
  for (const [index, { behaviour, exitCode, reason }] of cases.entries()) {
    const image = `public.ecr.aws/harbor/case:${index}`;
    images.add(image, behaviour);
    await account.ecs.registerTaskDefinition(fargateDefinition({ image, logConfiguration: awslogs('/ecs/tide') }));
    const arn = await run(account);
    await account.pass(120);
    const stopped = await account.task(arn);
    assert.deepEqual([stopped.lastStatus, stopped.stopCode], ['STOPPED', 'EssentialContainerExited']);
    assert.equal(stopped.stoppedReason, 'Essential container in task exited');
    assert.deepEqual([stopped.containers?.[0]?.exitCode, stopped.containers?.[0]?.reason], [exitCode, reason]);
    assert.equal(between(stopped, 'executionStoppedAt', 'stoppingAt'), 10);
    assert.equal(stopped.version, 6);
  }
  const { events = [] } = await account.logs.filterLogEvents({
    logGroupName: '/ecs/tide',
    filterPattern: '"exec format error"',
  });
  assert.equal(events.length, 1);
});

test('stopped tasks are listed for an hour and gone then', async (t) => {
  const account = await openAccount(t);
  await account.ecs.registerTaskDefinition(fargateDefinition());
  const arn = await run(account);
  await account.pass(30);
  await account.ecs.stopTask({ cluster: 'harbor', task: arn });
  await account.pass(60);
  const listed = await account.ecs.listTasks({ cluster: 'harbor', desiredStatus: 'STOPPED' });
  assert.deepEqual(listed.taskArns, [arn]);
  await account.pass(3600);
  const { taskArns } = await account.ecs.listTasks({ cluster: 'harbor', desiredStatus: 'STOPPED' });
  assert.deepEqual(taskArns, []);
  const { failures } = await account.ecs.describeTasks({ cluster: 'harbor', tasks: [arn] });
  assert.deepEqual(failures, [{ arn, reason: 'MISSING' }]);
});

test('health: UNKNOWN at first, the verdict after the interval, and the task takes the worst', async (t) => {
  const account = await openAccount(t);
  const healthCheck = { command: ['CMD-SHELL', 'true'], interval: 10, retries: 2 };
  account.sim.account.images.add('public.ecr.aws/harbor/sick:1', { health: 'unhealthy' });
  await account.ecs.registerTaskDefinition(fargateDefinition({ healthCheck }));
  const well = await run(account);
  await account.ecs.registerTaskDefinition(fargateDefinition({ healthCheck, image: 'public.ecr.aws/harbor/sick:1' }));
  const sick = await run(account);
  await account.pass(30);
  assert.equal((await account.task(well)).healthStatus, 'UNKNOWN');
  await account.pass(10);
  assert.equal((await account.task(well)).healthStatus, 'HEALTHY');
  await account.pass(10);
  const task = await account.task(sick);
  assert.deepEqual([task.healthStatus, task.containers?.[0]?.healthStatus], ['UNHEALTHY', 'UNHEALTHY']);
  assert.equal(task.lastStatus, 'RUNNING', 'a standalone task is not stopped for its health');
});

test('containers start in the order of their dependencies', async (t) => {
  const account = await openAccount(t);
  account.sim.account.images.add('public.ecr.aws/harbor/migrate:1', { exitAfter: 20_000, exitCode: 0 });
  await account.ecs.registerTaskDefinition(
    fargateDefinition(
      {},
      {
        containerDefinitions: [
          {
            name: 'web',
            image: 'public.ecr.aws/harbor/tide:1',
            dependsOn: [{ containerName: 'migrate', condition: 'SUCCESS' }],
          },
          { name: 'migrate', image: 'public.ecr.aws/harbor/migrate:1', essential: false },
        ],
      },
    ),
  );
  const arn = await run(account);
  await account.pass(35);
  const waiting = await account.task(arn);
  assert.deepEqual(
    waiting.containers?.map((each) => each.lastStatus),
    ['PENDING', 'RUNNING'],
  );
  assert.notEqual(waiting.lastStatus, 'RUNNING');
  await account.pass(20);
  const running = await account.task(arn);
  assert.equal(running.lastStatus, 'RUNNING');
  assert.deepEqual(
    running.containers?.map((each) => [each.lastStatus, each.exitCode]),
    [
      ['RUNNING', undefined],
      ['STOPPED', 0],
    ],
  );
});

test('a dependency that fails keeps the task from starting', async (t) => {
  const account = await openAccount(t);
  account.sim.account.images.add('public.ecr.aws/harbor/migrate:1', { exitAfter: 1000, exitCode: 3 });
  const containerDefinitions = [
    { name: 'web', image: 'nginx', dependsOn: [{ containerName: 'migrate', condition: 'SUCCESS' as const }] },
    { name: 'migrate', image: 'public.ecr.aws/harbor/migrate:1', essential: false },
  ];
  await account.ecs.registerTaskDefinition(fargateDefinition({}, { containerDefinitions }));
  const arn = await run(account);
  await account.pass(90);
  const stopped = await account.task(arn);
  assert.deepEqual([stopped.stopCode, stopped.stoppedReason], ['TaskFailedToStart', 'Task failed to start']);
  assert.equal(stopped.startedAt, undefined);
});

test('a restart policy brings a container up again without stopping the task', async (t) => {
  const account = await openAccount(t);
  account.sim.account.images.add('public.ecr.aws/harbor/tide:1', { exitAfter: 70_000, exitCode: 1 });
  await account.ecs.registerTaskDefinition(
    fargateDefinition({ restartPolicy: { enabled: true, restartAttemptPeriod: 60 } }),
  );
  const arn = await run(account);
  await account.pass(300);
  assert.equal((await account.task(arn)).lastStatus, 'RUNNING');
});

test('Spot interruption, a lost host and a retired task stop with their own codes', async (t) => {
  const account = await openAccount(t);
  const { ecs } = account.region;
  await account.ecs.registerTaskDefinition(fargateDefinition());
  const [spot, retired] = [await run(account), await run(account)];
  const host = ecs.clusters.get('harbor')?.addInstance({
    cpu: 2048,
    memory: 3768,
    instanceType: 't3.medium',
    availabilityZone: 'eu-west-1a',
  });
  await account.ecs.registerTaskDefinition({
    family: 'bridge',
    containerDefinitions: [{ name: 'app', image: 'nginx', memory: 128 }],
  });
  const { tasks = [] } = await account.ecs.runTask({ cluster: 'harbor', taskDefinition: 'bridge' });
  const hosted = tasks[0]?.taskArn ?? '';
  await account.pass(40);
  const state = (arn: string) => ecs.clusters.get('harbor')?.tasks.get(arn.split('/').at(-1) ?? '');
  const [spotTask, retiredTask] = [state(spot), state(retired)];
  assert.ok(spotTask && retiredTask && host);
  interruptSpotTask(spotTask);
  retireTask(retiredTask);
  loseHost(host, 'terminated');
  await account.pass(200);
  const reasons = await Promise.all([spot, retired, hosted].map((arn) => account.task(arn)));
  assert.deepEqual(
    reasons.map((task) => [task.stopCode, task.stoppedReason]),
    [
      ['SpotInterruption', 'Your Spot Task was interrupted.'],
      ['ServiceSchedulerInitiated', 'ECS is performing maintenance on the underlying infrastructure hosting the task'],
      ['TerminationNotice', `Host EC2 (instance ${host.ec2InstanceId}) terminated.`],
    ],
  );
});
