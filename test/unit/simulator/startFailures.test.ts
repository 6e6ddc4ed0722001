import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContainerDefinition, Task } from '@aws-sdk/client-ecs';
import type { ImageBehaviour } from '../../simulator/ecs/images.ts';
import { openAccount, type OpenAccount } from './support/openAccount.ts';
import { awslogs, fargateDefinition, NETWORK } from './support/requests.ts';

const IMAGE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/tide:9';

async function endOf(account: OpenAccount, container: Partial<ContainerDefinition>, seconds = 400): Promise<Task> {
  await account.ecs.registerTaskDefinition(fargateDefinition(container));
  const { tasks = [] } = await account.ecs.runTask({
    cluster: 'harbor',
    taskDefinition: 'tide-api',
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
  });
  await account.pass(seconds);
  return account.task(tasks[0]?.taskArn ?? '');
}

async function endOnHost(account: OpenAccount, container: Partial<ContainerDefinition>): Promise<Task> {
  const cluster = account.region.ecs.clusters.get('harbor');
  cluster?.addInstance({ cpu: 2048, memory: 3768, instanceType: 't3.medium', availabilityZone: 'eu-west-1a' });
  await account.ecs.registerTaskDefinition({
    family: 'on-host',
    executionRoleArn: 'arn:aws:iam::123456789012:role/x',
    containerDefinitions: [{ name: 'web', image: 'nginx', memory: 128, ...container }],
  });
  const { tasks = [] } = await account.ecs.runTask({ cluster: 'harbor', taskDefinition: 'on-host' });
  await account.pass(400);
  return account.task(tasks[0]?.taskArn ?? '');
}

test('a task that cannot pull its image says why, and never started', async (t) => {
  const account = await openAccount(t);
  const retried = 'CannotPullContainerError: pull image manifest has been retried 7 time(s)';
  const cases: [ImageBehaviour, string][] = [
    [{ pull: 'notFound' }, `${retried}: failed to resolve ref ${IMAGE}: not found`],
    [
      { platforms: ['linux/arm64'] },
      `${retried}: image Manifest does not contain descriptor matching platform 'linux/amd64'`,
    ],
    [{ pull: { reason: 'CannotPullContainerError: of its own' } }, 'CannotPullContainerError: of its own'],
  ];
  for (const [behaviour, reason] of cases) {
    account.sim.account.images.add(IMAGE, behaviour);
    const task = await endOf(account, { image: IMAGE });
    assert.deepEqual([task.lastStatus, task.stopCode, task.stoppedReason], ['STOPPED', 'TaskFailedToStart', reason]);
    assert.deepEqual([task.startedAt, task.pullStartedAt, task.connectivity], [undefined, undefined, undefined]);
    assert.equal(task.containers?.[0]?.exitCode, undefined);
    assert.equal(task.version, 5);
  }
});

test('every other pull failure names its cause', async (t) => {
  const account = await openAccount(t);
  const cases: [ImageBehaviour['pull'], RegExp][] = [
    [
      'denied',
      /pull access denied, repository does not exist or may require authorization: server message: insufficient_scope/,
    ],
    ['noRoute', /dial tcp [\d.]+:443: i\/o timeout$/],
    ['rateLimited', /toomanyrequests: You have reached your pull rate limit\.$/],
    ['noSpace', /no space left on device$/],
    ['layersForbidden', /httpReaderSeeker: failed open: unexpected status code .*: 403 Forbidden$/],
  ];
  for (const [pull, pattern] of cases) {
    account.sim.account.images.add(IMAGE, { pull });
    const task = await endOf(account, { image: IMAGE });
    assert.match(task.stoppedReason ?? '', /^CannotPullContainerError: /);
    assert.match(task.stoppedReason ?? '', pattern);
  }
});

test('a wrong image name fails at the measured times', async (t) => {
  const account = await openAccount(t);
  account.sim.account.images.add('nginx-wrong*', { pull: 'denied' });
  const task = await endOf(account, { image: 'nginx-wrong' });
  const after = (time: Date | undefined): number => ((time?.getTime() ?? 0) - (task.createdAt?.getTime() ?? 0)) / 1000;
  assert.deepEqual([task.executionStoppedAt, task.stoppingAt, task.stoppedAt].map(after), [18.5, 28.5, 42]);
  assert.match(
    task.stoppedReason ?? '',
    /failed to resolve ref docker\.io\/library\/nginx-wrong:latest: pull access denied/,
  );
});

test('images: an ECR tag that nobody described does not exist, a public image runs', async (t) => {
  const account = await openAccount(t);
  assert.match((await endOf(account, { image: IMAGE })).stoppedReason ?? '', /not found$/);
  assert.equal((await endOf(account, { image: 'public.ecr.aws/anything/at:all' })).lastStatus, 'RUNNING');
});

test('a log group that is not there stops the task, unless it may be made', async (t) => {
  const account = await openAccount(t);
  const missing = await endOf(account, { logConfiguration: awslogs('/ecs/nowhere') });
  assert.match(
    missing.stoppedReason ?? '',
    /^ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: .*ResourceNotFoundException: The specified log group does not exist\. : exit status 1$/,
  );
  const logConfiguration = awslogs('/ecs/nowhere');
  Object.assign(logConfiguration?.options ?? {}, { 'awslogs-create-group': 'true' });
  assert.equal((await endOf(account, { logConfiguration })).lastStatus, 'RUNNING');
  const { logGroups = [] } = await account.logs.describeLogGroups({ logGroupNamePrefix: '/ecs/nowhere' });
  assert.equal(logGroups.length, 1);
});

test('what else the account lacks stops tasks with the text that a test gives', async (t) => {
  const account = await openAccount(t);
  const reason = 'ResourceInitializationError: unable to pull secrets or registry auth: …';
  const lift = account.region.ecs.health.obstruct((definition) =>
    definition.family === 'tide-api' ? { reason, after: 'initializationFailed' } : undefined,
  );
  const task = await endOf(account, {});
  assert.deepEqual([task.stopCode, task.stoppedReason], ['TaskFailedToStart', reason]);
  lift();
  assert.equal((await endOf(account, {})).lastStatus, 'RUNNING');
});

test('on EC2 the task says only that it failed to start, the container says why', async (t) => {
  const account = await openAccount(t);
  account.sim.account.images.add(IMAGE, { pull: 'notFound' });
  const pull = await endOnHost(account, { image: IMAGE });
  assert.deepEqual([pull.stopCode, pull.stoppedReason], ['TaskFailedToStart', 'Task failed to start']);
  assert.equal(
    pull.containers?.[0]?.reason,
    'CannotPullImageManifestError: manifest unknown: Requested image not found',
  );
  const group = await endOnHost(account, { logConfiguration: awslogs('/ecs/nowhere') });
  assert.match(
    group.containers?.[0]?.reason ?? '',
    /^CannotStartContainerError: .*failed to initialize logging driver/,
  );
  const memory = { image: 'public.ecr.aws/harbor/fat:1' };
  account.sim.account.images.add(memory.image, { outOfMemory: true });
  const killed = await endOnHost(account, memory);
  assert.equal(killed.containers?.[0]?.reason, 'OutOfMemoryError: Container killed due to memory usage');
});

test('an entry point that cannot be started fails the task', async (t) => {
  const account = await openAccount(t);
  const startError =
    'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "serve": executable file not found in $PATH: unknown';
  account.sim.account.images.add('public.ecr.aws/harbor/tide:1', { startError });
  const task = await endOf(account, {});
  assert.deepEqual([task.stopCode, task.stoppedReason], ['TaskFailedToStart', startError]);
});
