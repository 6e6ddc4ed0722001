import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccount } from './support/openAccount.ts';
import { deployFargate, redeploy } from './support/requests.ts';

const SERVICE = { cluster: 'harbor', service: 'tide-api' };
const TWO = 'public.ecr.aws/harbor/tide:2';

test('the history of a service: PENDING, IN_PROGRESS, SUCCESSFUL, with counts and revisions', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  const first = await account.ecs.listServiceDeployments(SERVICE);
  const [brief] = first.serviceDeployments ?? [];
  assert.match(brief?.serviceDeploymentArn ?? '', /:service-deployment\/harbor\/tide-api\/[\w-]{21}$/);
  assert.match(brief?.targetServiceRevisionArn ?? '', /:service-revision\/harbor\/tide-api\/\d{19}$/);
  assert.deepEqual([brief?.status, brief?.startedAt], ['PENDING', undefined]);
  assert.equal((await account.service('tide-api')).currentServiceDeployment, brief?.serviceDeploymentArn);

  await account.pass(30);
  const describe = async (arn = '') => {
    const { serviceDeployments = [] } = await account.ecs.describeServiceDeployments({ serviceDeploymentArns: [arn] });
    return serviceDeployments[0];
  };
  const running = await describe(brief?.serviceDeploymentArn);
  const wait = (running?.startedAt?.getTime() ?? 0) - (running?.createdAt?.getTime() ?? 0);
  assert.ok(wait >= 1000 && wait <= 2000, `started after ${wait} ms`);
  assert.deepEqual([running?.status, running?.sourceServiceRevisions], ['IN_PROGRESS', []]);
  assert.equal(running?.targetServiceRevision?.runningTaskCount, 1);

  await account.pass(60);
  const done = await describe(brief?.serviceDeploymentArn);
  assert.equal(done?.status, 'SUCCESSFUL');
  assert.deepEqual(done?.targetServiceRevision, {
    arn: brief?.targetServiceRevisionArn,
    requestedTaskCount: 1,
    runningTaskCount: 1,
    pendingTaskCount: 0,
  });
  assert.ok(done?.finishedAt);
  assert.deepEqual([done?.deploymentCircuitBreaker?.status, done?.alarms?.status], ['DISABLED', 'DISABLED']);
  assert.equal((await account.service('tide-api')).currentServiceDeployment, undefined);
});

test('revisions keep what was deployed, with the images’ digests', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  await account.pass(90);
  await redeploy(account, { image: TWO });
  const { serviceDeployments = [] } = await account.ecs.listServiceDeployments(SERVICE);
  assert.equal(serviceDeployments.length, 2);
  const arns = serviceDeployments.map((each) => each.targetServiceRevisionArn ?? '');
  const { serviceRevisions = [], failures } = await account.ecs.describeServiceRevisions({
    serviceRevisionArns: [...arns, 'arn:aws:ecs:eu-west-1:123456789012:service-revision/harbor/tide-api/1'],
  });
  assert.deepEqual(
    serviceRevisions.map((each) => each.taskDefinition?.split('/').at(-1)),
    ['tide-api:2', 'tide-api:1'],
  );
  assert.match(serviceRevisions[0]?.containerImages?.[0]?.imageDigest ?? '', /^sha256:[0-9a-f]{64}$/);
  assert.equal(failures?.[0]?.reason, 'MISSING');
});

test('listing: newest first, by status and time, in pages', async (t) => {
  const account = await openAccount(t);
  await deployFargate(account);
  await account.pass(90);
  const between = new Date(account.sim.clock.now() - 1000);
  for (let index = 0; index < 4; index++) {
    await account.ecs.updateService({ ...SERVICE, forceNewDeployment: true });
    await account.pass(120);
  }
  const { serviceDeployments: all = [] } = await account.ecs.listServiceDeployments(SERVICE);
  const times = all.map((each) => each.createdAt?.getTime() ?? 0);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => b - a),
  );
  assert.equal(all.length, 5);
  const paged: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await account.ecs.listServiceDeployments({ ...SERVICE, maxResults: 2, nextToken });
    paged.push(...(page.serviceDeployments ?? []).map((each) => each.serviceDeploymentArn ?? ''));
    ({ nextToken } = page);
  } while (nextToken);
  assert.deepEqual(
    paged,
    all.map((each) => each.serviceDeploymentArn),
  );
  const older = await account.ecs.listServiceDeployments({ ...SERVICE, createdAt: { before: between } });
  assert.equal(older.serviceDeployments?.length, 1);
  const failed = await account.ecs.listServiceDeployments({ ...SERVICE, status: ['ROLLBACK_SUCCESSFUL'] });
  assert.deepEqual(failed.serviceDeployments, []);
});

test('StopServiceDeployment rolls back from IN_PROGRESS, changes nothing while stopping, and is refused at the end', async (t) => {
  const account = await openAccount(t);
  const old = await deployFargate(account);
  await account.pass(90);
  const id = await redeploy(account, { image: TWO });
  await account.pass(35);
  const serviceDeploymentArn = (await account.service('tide-api')).currentServiceDeployment;
  const status = async (): Promise<string | undefined> => {
    const arns = [serviceDeploymentArn ?? ''];
    return (await account.ecs.describeServiceDeployments({ serviceDeploymentArns: arns })).serviceDeployments?.[0]
      ?.status;
  };
  await account.ecs.stopServiceDeployment({ serviceDeploymentArn });
  assert.equal(await status(), 'ROLLBACK_REQUESTED');
  await account.pass(3);
  assert.equal(await status(), 'ROLLBACK_IN_PROGRESS');
  const { deployments = [] } = await account.service('tide-api');
  assert.deepEqual(
    deployments.map((each) => [each.id, each.status, each.rolloutState]),
    [
      [old, 'PRIMARY', 'IN_PROGRESS'],
      [id, 'ACTIVE', 'FAILED'],
    ],
  );
  await account.ecs.stopServiceDeployment({ serviceDeploymentArn });
  assert.equal(await status(), 'ROLLBACK_IN_PROGRESS');
  await account.pass(120);
  assert.equal(await status(), 'ROLLBACK_SUCCESSFUL');
  const { deployments: left = [], runningCount } = await account.service('tide-api');
  assert.deepEqual([left.map((each) => each.id), runningCount], [[old], 1]);
  await assert.rejects(account.ecs.stopServiceDeployment({ serviceDeploymentArn }), { name: 'ConflictException' });
  await assert.rejects(
    account.ecs.stopServiceDeployment({ serviceDeploymentArn: `${serviceDeploymentArn?.slice(0, -3)}xyz` }),
    { name: 'ServiceDeploymentNotFoundException' },
  );
});

test('limits: twenty at most, none is refused', async (t) => {
  const account = await openAccount(t);
  await assert.rejects(account.ecs.describeServiceDeployments({ serviceDeploymentArns: [] }), {
    name: 'InvalidParameterException',
  });
  const many = Array.from(
    { length: 21 },
    (_, index) => `arn:aws:ecs:eu-west-1:123456789012:service-revision/a/b/${index}`,
  );
  await assert.rejects(account.ecs.describeServiceRevisions({ serviceRevisionArns: many }), {
    name: 'InvalidParameterException',
  });
});
