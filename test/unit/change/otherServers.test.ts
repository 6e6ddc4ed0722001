import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Consent } from '../../../src/aws/connection/gate.ts';
import { createService, updateService } from '../../../src/aws/change/service.ts';
import { fetchService } from '../../../src/aws/read/services.ts';
import { fetchHighestRevision, fetchLatestRevision, fetchRevisions } from '../../../src/aws/read/taskDefinitions.ts';
import { watchCounts } from '../../../src/aws/watch/watchCounts.ts';
import { type RolloutSample, type WatchTarget, watchRollout } from '../../../src/aws/watch/watchRollout.ts';
import { primaryDeployment } from '../../../src/ecs/deployment/rollout.ts';
import type { Answer } from '../../support/otherServer.ts';
import { cluster, type CommandStage, openStage } from './commandStage.ts';
import { changing } from '../../support/changing.ts';

/** What holds of AWS's own servers and of emulators, though not of the simulated account, must not mislead anybody. */
describe('a server that answers otherwise', () => {
  let shop: CommandStage;
  let rewrite: (operation: string, answer: Answer) => Answer;

  beforeEach(async () => {
    rewrite = (_operation, answer) => answer;
    shop = await openStage({ clock: { held: true } }, (operation, answer) => rewrite(operation, answer));
  });
  afterEach(() => shop.close());

  const service = 'checkout';
  const timer = {
    now: () => shop.server.clock.now(),
    sleep: async (ms: number) => shop.server.clock.advance(ms),
  };

  /** The next `looks` answers of DescribeServices are as the service was before. */
  async function lag(looks: number): Promise<void> {
    const { $metadata: _metadata, ...old } = await shop.connection.read('ecs', 'DescribeServices', {
      cluster,
      services: [service],
    });
    const stale = JSON.parse(JSON.stringify(old), (key, value: unknown) =>
      key.endsWith('At') && typeof value === 'string' ? Date.parse(value) / 1000 : value,
    ) as Record<string, unknown>;
    let left = looks;
    const before = rewrite;
    rewrite = (operation, answer) =>
      operation === 'DescribeServices' && left-- > 0 ? { ...answer, body: stale } : before(operation, answer);
  }

  async function update(change: object): Promise<WatchTarget> {
    const { account } = await shop.connection.identity();
    const consent: Consent = { account, region: 'eu-west-1', resource: service, operation: 'UpdateService' };
    const before = await fetchService(shop.connection, cluster, service);
    const input = { cluster, service, ...change };
    const { deploymentId = '', service: after } = await updateService(
      await changing(shop.connection),
      before,
      input,
      consent,
    );
    return { cluster, service, deploymentId, createdAt: primaryDeployment(after)?.createdAt };
  }

  async function follow(target: WatchTarget): Promise<{ last: RolloutSample; seen: Set<string> }> {
    const seen = new Set<string>();
    let last: RolloutSample | undefined;
    let looks = 0;
    for await (const sample of watchRollout(shop.connection, target, { timer })) {
      last = sample;
      seen.add(sample.rollout.state);
      assert.ok(++looks < 500, `it never ended: ${JSON.stringify(sample.problem ?? sample.rollout)}`);
    }
    return { last: last ?? assert.fail(), seen };
  }

  /** The running deployment, as if it had just been started. */
  async function newest(): Promise<WatchTarget> {
    const primary = primaryDeployment(await fetchService(shop.connection, cluster, service));
    return { cluster, service, deploymentId: primary?.id ?? '', createdAt: primary?.createdAt };
  }

  function hideFor(looks: number, otherwise: typeof rewrite): typeof rewrite {
    let asked = -1;
    return (operation, answer) => {
      if (operation !== 'DescribeServices' || ++asked === 0 || asked > looks) return otherwise(operation, answer);
      return { status: 200, body: { services: [], failures: [{ reason: 'MISSING' }] } };
    };
  }

  const withoutHistory = (status: number, body: Record<string, unknown>) => {
    rewrite = (operation, answer) => (operation.includes('ServiceDeployment') ? { status, body } : answer);
  };

  for (const history of [true, false]) {
    it(`shows a new deployment late, ${history ? 'with' : 'without'} a history`, async () => {
      if (!history) withoutHistory(400, { __type: 'AccessDeniedException', Message: 'no' });
      await lag(3);
      const { last, seen } = await follow(await update({ taskDefinition: 'checkout-dev:2' }));
      assert.equal(last.rollout.state, 'completed');
      assert.deepEqual([...seen], ['inProgress', 'completed']);
    });
  }

  it('shows a new service late', async () => {
    rewrite = hideFor(2, rewrite);
    const target = { ...(await newest()), createdAt: new Date() };
    assert.equal((await follow(target)).last.rollout.state, 'completed');
  });

  it('no longer shows what was rolled back, and has no history', async () => {
    withoutHistory(400, { __type: 'AccessDeniedException', Message: 'no' });
    const target = await newest();
    const gone = { ...target, deploymentId: 'ecs-svc/42', createdAt: new Date(Date.now() + 1000) };
    const { last } = await follow(gone);
    assert.equal(last.rollout.state, 'rolledBack', JSON.stringify(last.rollout));
  });

  for (const [name, status, body] of [
    ['does not know the operation', 400, { __type: 'UnknownOperationException' }],
    ['has not implemented it', 501, { __type: 'InternalFailure', message: 'not yet implemented' }],
    ['breaks at it', 500, { __type: 'InternalError', message: 'boom' }],
  ] as const) {
    it(`has no history of deployments: ${name}`, async () => {
      withoutHistory(status, body);
      const { last } = await follow(await update({ taskDefinition: 'checkout-dev:2' }));
      assert.equal(last.rollout.state, 'completed');
    });
  }

  it('shows the desired count of before for a while', async () => {
    const { desiredCount: before = 0 } = await fetchService(shop.connection, cluster, service);
    await lag(3);
    await update({ desiredCount: before + 1 });
    const states: string[] = [];
    for await (const { state } of watchCounts(shop.connection, { cluster, service, desired: before + 1 }, { timer })) {
      states.push(state);
    }
    assert.equal(states.at(-1), 'reached', states.join());
  });

  it('keeps no client tokens, and the answer to CreateService was lost', async () => {
    shop.server.faults.add({ operation: 'ecs:CreateService', kind: 'resetAfter', count: 1 });
    const body = { __type: 'InvalidParameterException', message: 'Creation of service was not idempotent.' };
    rewrite = (operation, answer) => (operation === 'CreateService' ? { status: 400, body } : answer);
    const { account } = await shop.connection.identity();
    const consent: Consent = { account, region: 'eu-west-1', resource: 'new', operation: 'CreateService' };
    const { networkConfiguration } = await fetchService(shop.connection, cluster, service);
    const input = { cluster, serviceName: 'new', taskDefinition: 'checkout-dev', networkConfiguration };
    const made = await createService(
      await changing(shop.connection),
      { ...input, desiredCount: 0, launchType: 'FARGATE' },
      consent,
    );
    assert.equal(made.serviceName, 'new');
    await assert.rejects(
      createService(await changing(shop.connection), { ...input, desiredCount: 0 }, consent),
      /idempotent/,
    );
  });

  it('does not show the new deployment in the answer to UpdateService', async () => {
    const stale = await fetchService(shop.connection, cluster, service);
    const deployments = (stale.deployments ?? []).map(({ id, status, taskDefinition }) => ({
      id,
      status,
      taskDefinition,
    }));
    rewrite = (operation, answer) =>
      operation === 'UpdateService' ? { ...answer, body: { service: { serviceName: service, deployments } } } : answer;
    const target = await update({ taskDefinition: 'checkout-dev:2' });
    assert.equal((await follow(target)).last.rollout.state, 'completed');
  });

  it('takes a family for a prefix and lists in an order of its own', async () => {
    const arn = (name: string) => `arn:aws:ecs:eu-west-1:123456789012:task-definition/${name}`;
    const taskDefinitionArns = ['web:2', 'web-api:9', 'web:10', 'web:1'].map(arn);
    rewrite = (operation, answer) =>
      operation === 'ListTaskDefinitions' ? { status: 200, body: { taskDefinitionArns } } : answer;
    assert.deepEqual(await fetchRevisions(shop.connection, 'web', 100), ['web:10', 'web:2', 'web:1'].map(arn));
    assert.equal(await fetchHighestRevision(shop.connection, 'web', undefined), 10);
  });

  it('has its own words for a family that it does not know', async () => {
    for (const message of ['TaskDefinition not found.', 'The specified task definition does not exist.']) {
      const body = { __type: 'ClientException', message };
      rewrite = (operation, answer) => (operation === 'DescribeTaskDefinition' ? { status: 400, body } : answer);
      assert.equal(await fetchLatestRevision(shop.connection, 'new-family'), undefined);
    }
  });
});
