import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Deployment } from '@aws-sdk/client-ecs';
import { openAccount, type OpenAccount } from './support/openAccount.ts';
import { deployFargate, redeploy, TARGET_GROUP, tasksOf } from './support/requests.ts';

const TWO = 'public.ecr.aws/harbor/tide:2';

async function deployments(account: OpenAccount): Promise<Deployment[]> {
  return (await account.service('tide-api')).deployments ?? [];
}

/** Ids of tasks are chance. */
function withoutIds(events: string[]): string[] {
  return events.map((event) => event.replace(/task [0-9a-f]{32}/g, 'task <id>'));
}

test('a new service: started, completed and steady, forty seconds after its task runs', async (t) => {
  const account = await openAccount(t);
  const begun = account.sim.clock.now();
  const id = await deployFargate(account, {}, { desiredCount: 2 });
  const [fresh] = await deployments(account);
  assert.deepEqual([fresh?.status, fresh?.desiredCount, fresh?.rolloutState], ['PRIMARY', 0, 'IN_PROGRESS']);
  assert.equal(fresh?.rolloutStateReason, `ECS deployment ${id} in progress.`);
  await account.pass(35);
  const [running] = await deployments(account);
  assert.deepEqual([running?.desiredCount, running?.runningCount, running?.rolloutState], [2, 2, 'IN_PROGRESS']);
  await account.pass(40);
  const [completed] = await deployments(account);
  assert.deepEqual(
    [completed?.rolloutState, completed?.rolloutStateReason],
    ['COMPLETED', `ECS deployment ${id} completed.`],
  );
  const events = withoutIds(await account.events('tide-api', begun));
  assert.deepEqual(
    events.map((event) => event.replace(/^[\d.]+ /, '')),
    [
      '(service tide-api) has started 2 tasks: (task <id>) (task <id>).',
      `(service tide-api) (deployment ${id}) deployment completed.`,
      '(service tide-api) has reached a steady state.',
    ],
  );
  const [, done, steady] = events.map((event) => Number.parseFloat(event));
  assert.ok(done !== undefined && done > 28 + 40 && done < 28 + 45, `completed at ${done}`);
  assert.ok(steady !== undefined && steady - (done ?? 0) < 0.2);
});

test('rolling over: the old tasks stay until the new ones are healthy, one entry remains', async (t) => {
  const account = await openAccount(t);
  const old = await deployFargate(account, {}, { desiredCount: 2 });
  await account.pass(90);
  const before = await tasksOf(account);
  const id = await redeploy(account, { image: TWO });
  assert.deepEqual(
    (await deployments(account)).map((each) => [each.id, each.status, each.desiredCount]),
    [
      [id, 'PRIMARY', 0],
      [old, 'ACTIVE', 2],
    ],
  );
  await account.pass(35);
  const both = await deployments(account);
  assert.deepEqual(
    both.map((each) => [each.desiredCount, each.runningCount, each.rolloutState]),
    [
      [2, 2, 'IN_PROGRESS'],
      [2, 2, 'COMPLETED'],
    ],
  );
  assert.equal((await account.service('tide-api')).runningCount, 4);
  await account.pass(60);
  const left = await deployments(account);
  assert.deepEqual(
    left.map((each) => [each.id, each.runningCount, each.rolloutState]),
    [[id, 2, 'COMPLETED']],
  );
  const stopped = await account.task(before[0] ?? '');
  assert.deepEqual(
    [stopped.stopCode, stopped.stoppedReason],
    ['ServiceSchedulerInitiated', `Scaling activity initiated by (deployment ${id})`],
  );
  assert.equal(stopped.startedBy, old);
  const current = await account.task((await tasksOf(account))[0] ?? '');
  assert.deepEqual([current.startedBy, current.group], [id, 'service:tide-api']);
  assert.match(current.taskDefinitionArn ?? '', /tide-api:2$/);
});

test('behind a load balancer the events come in the measured order and time', async (t) => {
  const account = await openAccount(t);
  const loadBalancers = [{ targetGroupArn: TARGET_GROUP, containerName: 'web', containerPort: 80 }];
  const web = { portMappings: [{ containerPort: 80 }], image: 'nginx:1' };
  account.sim.account.images.add('nginx*', { onStop: { after: 11_300, exitCode: 0 } });
  const old = await deployFargate(account, web, { loadBalancers });
  await account.pass(200);
  const begun = account.sim.clock.now();
  const id = await redeploy(account, { ...web, image: 'nginx:2' });
  await account.pass(300);
  const events = withoutIds(await account.events('tide-api', begun)).filter((event) => Number.parseFloat(event) > 0);
  assert.deepEqual(
    events.map((event) => event.replace(/^[\d.]+ /, '')),
    [
      '(service tide-api) has started 1 tasks: (task <id>).',
      `(service tide-api) registered 1 targets in (target-group ${TARGET_GROUP})`,
      '(service tide-api) has stopped 1 running tasks: (task <id>).',
      `(service tide-api) deregistered 1 targets in (target-group ${TARGET_GROUP})`,
      `(service tide-api, taskSet ${old}) has begun draining connections on 1 tasks.`,
      `(service tide-api) (deployment ${id}) deployment completed.`,
      '(service tide-api) has reached a steady state.',
    ],
  );
  const start = Number.parseFloat(events[0] ?? '');
  const times = events.map((event) => Number.parseFloat(event) - start);
  for (const [index, measured] of [0, 40, 91, 101, 101, 153, 153].entries()) {
    assert.ok(
      Math.abs((times[index] ?? 0) - measured) < 6,
      `${events[index]}: ${times[index]} s, measured ${measured} s`,
    );
  }
});

test('targets that come and go at one moment are told in one event', async (t) => {
  const account = await openAccount(t);
  const loadBalancers = [{ targetGroupArn: TARGET_GROUP, containerName: 'web', containerPort: 80 }];
  await deployFargate(account, { portMappings: [{ containerPort: 80 }] }, { loadBalancers, desiredCount: 3 });
  await account.pass(200);
  await account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', desiredCount: 0 });
  await account.pass(60);
  const events = await account.events('tide-api');
  for (const verb of ['registered', 'deregistered']) {
    const text = `(service tide-api) ${verb} 3 targets in (target-group ${TARGET_GROUP})`;
    assert.equal(events.filter((event) => event === text).length, 1, text);
  }
  assert.ok(events.some((event) => event.endsWith('has begun draining connections on 3 tasks.')));
});

test('a target that fails its checks is stopped and replaced, and the event says so', async (t) => {
  const account = await openAccount(t);
  account.sim.account.images.add('nginx:sick', { target: 'unhealthy' });
  await deployFargate(
    account,
    { portMappings: [{ containerPort: 80 }], image: 'nginx:sick' },
    { loadBalancers: [{ targetGroupArn: TARGET_GROUP, containerName: 'web', containerPort: 80 }] },
  );
  await account.pass(200);
  const events = withoutIds(await account.events('tide-api'));
  assert.ok(
    events.includes(
      `(service tide-api) (task <id>) (port 80) is unhealthy in (target-group ${TARGET_GROUP}) due to (reason Health checks failed with these codes: [503]).`,
    ),
  );
  assert.ok(
    events.includes(
      '(service tide-api) has started 1 tasks: (task <id>). Amazon ECS replaced 1 tasks due to an unhealthy status.',
    ),
  );
  const [arn = ''] = await tasksOf(account, 'STOPPED');
  const task = await account.task(arn);
  assert.equal(task.stoppedReason, `Task failed ELB health checks in (target-group ${TARGET_GROUP})`);
});

test('an unhealthy container is replaced', async (t) => {
  const account = await openAccount(t);
  account.sim.account.images.add('nginx:sick', { health: 'unhealthy' });
  await deployFargate(account, { image: 'nginx:sick', healthCheck: { command: ['CMD', 'true'], interval: 5 } });
  await account.pass(100);
  const [arn = ''] = await tasksOf(account, 'STOPPED');
  const task = await account.task(arn);
  assert.deepEqual([task.stoppedReason, task.healthStatus], ['Task failed container health checks', 'UNHEALTHY']);
  const events = await account.events('tide-api');
  assert.ok(events.includes(`(service tide-api) (task ${arn.split('/').at(-1)}) failed container health checks.`));
});

test('only another spec or force makes a deployment; a desired count does not and writes no event of its own', async (t) => {
  const account = await openAccount(t);
  const id = await deployFargate(account);
  await account.pass(90);
  const before = (await account.events('tide-api')).length;
  await account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', desiredCount: 2 });
  await account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', taskDefinition: 'tide-api' });
  assert.deepEqual(
    (await deployments(account)).map((each) => each.id),
    [id],
  );
  assert.equal((await account.events('tide-api')).length, before);
  await account.pass(90);
  assert.equal((await account.service('tide-api')).runningCount, 2);
  const { service } = await account.ecs.updateService({
    cluster: 'harbor',
    service: 'tide-api',
    forceNewDeployment: true,
  });
  assert.equal(service?.deployments?.length, 2);
  assert.notEqual(service?.deployments?.[0]?.id, id);
});

test('scaling in stops the surplus, a dead task is replaced', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account, {}, { desiredCount: 3 });
  await account.pass(90);
  await account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', desiredCount: 1 });
  await account.pass(60);
  const [arn = ''] = await tasksOf(account);
  await account.ecs.stopTask({ cluster: 'harbor', task: arn });
  await account.pass(90);
  const service = await account.service('tide-api');
  assert.deepEqual([service.runningCount, service.pendingCount], [1, 0]);
  assert.equal((await tasksOf(account)).includes(arn), false);
  assert.match((await account.events('tide-api')).at(-1) ?? '', /has reached a steady state\.$/);
});

test('bounds: 50/100 stops first, 100/150 of one task cannot move and says so', async (t) => {
  const account = await openAccount(t);
  const deploymentConfiguration = { minimumHealthyPercent: 50, maximumPercent: 100 };
  await deployFargate(account, {}, { desiredCount: 2, deploymentConfiguration });
  await account.pass(90);
  await redeploy(account, { image: TWO });
  await account.pass(4);
  assert.equal((await tasksOf(account)).length, 1 + 1, 'one old task is stopped and one new one started in its place');
  await account.pass(300);
  assert.equal((await deployments(account)).length, 1);

  await account.ecs.updateService({
    cluster: 'harbor',
    service: 'tide-api',
    desiredCount: 1,
    deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 150 },
    forceNewDeployment: true,
  });
  await account.pass(600);
  assert.equal((await deployments(account)).length, 2);
  const blocked =
    '(service tide-api) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.';
  assert.equal((await account.events('tide-api')).filter((event) => event === blocked).length, 1);
});

test('a deployment on top of a running one replaces both older revisions', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  await account.pass(90);
  const second = await redeploy(account, { image: TWO });
  await account.pass(10);
  const third = await redeploy(account, { image: 'public.ecr.aws/harbor/tide:3' });
  const states = (await deployments(account)).map((each) => [each.id, each.status]);
  assert.deepEqual(states.slice(0, 2), [
    [third, 'PRIMARY'],
    [second, 'ACTIVE'],
  ]);
  await account.pass(3);
  assert.ok((await account.events('tide-api')).includes('(service tide-api) stopped 1 pending tasks.'));
  await account.pass(120);
  assert.deepEqual(
    (await deployments(account)).map((each) => each.id),
    [third],
  );
});

test('events: the newest hundred, newest first, steady again each six hours', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  await account.pass(90);
  const steady = async (): Promise<number> =>
    (await account.events('tide-api')).filter((event) => event.endsWith('has reached a steady state.')).length;
  assert.equal(await steady(), 1);
  await account.pass(6 * 3600);
  assert.equal(await steady(), 2);
  await account.pass(30 * 24 * 3600);
  const { events = [] } = await account.service('tide-api');
  assert.equal(events.length, 100);
  const times = events.map((event) => event.createdAt?.getTime() ?? 0);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => b - a),
  );
  assert.match(events[0]?.id ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test('deleting: refused above zero, DRAINING, then INACTIVE and still described', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  await account.pass(90);
  await assert.rejects(account.ecs.deleteService({ cluster: 'harbor', service: 'tide-api' }), {
    name: 'InvalidParameterException',
    message: 'The service cannot be stopped while it is scaled above 0.',
  });
  const { service } = await account.ecs.deleteService({ cluster: 'harbor', service: 'tide-api', force: true });
  assert.equal(service?.status, 'DRAINING');
  await account.pass(120);
  assert.equal((await account.service('tide-api')).status, 'INACTIVE');
  assert.deepEqual((await account.ecs.listServices({ cluster: 'harbor' })).serviceArns, []);
  await assert.rejects(account.ecs.updateService({ cluster: 'harbor', service: 'tide-api', desiredCount: 1 }), {
    name: 'ServiceNotActiveException',
    message: 'Service was not ACTIVE.',
  });
});
