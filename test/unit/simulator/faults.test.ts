import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FaultRule } from '../../simulator/faults.ts';
import { eventually } from '../../support/eventually.ts';
import { turns } from '../../support/heldTimer.ts';
import { openAccount } from './support/openAccount.ts';
import { fargateDefinition } from './support/requests.ts';
import { signedHeaders } from './support/signedRequest.ts';

test('errors in place of the operation: by name and status, and nothing is performed', async (t) => {
  const account = await openAccount(t);
  const cases: [FaultRule, string, number][] = [
    [{ kind: 'throttle' }, 'ThrottlingException', 400],
    [{ kind: 'serverError' }, 'ServerException', 500],
    [{ kind: 'unavailable' }, 'ServiceUnavailableException', 503],
    [{ kind: 'expiredToken' }, 'ExpiredTokenException', 400],
    [{ kind: 'accessDenied' }, 'AccessDeniedException', 400],
    [{ kind: 'clockSkew', ms: 3_600_000 }, 'InvalidSignatureException', 400],
    [{ kind: 'error', error: { name: 'ClientException', message: 'planted', status: 400 } }, 'ClientException', 400],
  ];
  for (const [rule, name, status] of cases) {
    const fault = account.sim.faults.add(rule);
    const mark = account.sim.ledger.mark();
    // A client of its own, for the SDK sets its clock by a skewed answer and keeps it.
    const error = await account
      .clients()
      .ecs.createCluster({ clusterName: 'quay' })
      .catch((caught: unknown) => caught);
    assert.ok(error instanceof Error && '$metadata' in error, name);
    assert.deepEqual([error.name, (error.$metadata as { httpStatusCode: number }).httpStatusCode], [name, status]);
    const [entry] = account.sim.ledger.since(mark);
    assert.deepEqual(
      [entry?.errorCode, entry?.performed, entry?.changed, entry?.faults],
      [name, false, false, [rule.kind]],
    );
    assert.equal(fault.hits, 1);
    if (rule.kind === 'accessDenied')
      assert.match(error.message, /user\/developer is not authorized to perform: ecs:CreateCluster/);
    fault.remove();
  }
  assert.equal(account.region.ecs.clusters.has('quay'), false);
});

test('a reset before the action loses the request, one after it loses only the answer', async (t) => {
  const account = await openAccount(t);
  const register = () => account.ecs.registerTaskDefinition(fargateDefinition());
  account.sim.faults.add({ kind: 'resetBefore', count: 1 });
  await assert.rejects(register(), { code: 'ECONNRESET' });
  assert.equal(account.region.ecs.taskDefinitions.revisions('tide-api').length, 0);
  account.sim.faults.add({ kind: 'resetAfter', count: 1 });
  await assert.rejects(register(), { code: 'ECONNRESET' });
  assert.equal(account.region.ecs.taskDefinitions.revisions('tide-api').length, 1);
  const seen = account.sim.ledger
    .since(0, 'ecs:RegisterTaskDefinition')
    .map((entry) => [entry.performed, entry.changed, entry.status]);
  assert.deepEqual(seen, [
    [false, false, 0],
    [true, true, 0],
  ]);
});

test('the SDK repeats a reset call by itself, and makes two revisions of one', async (t) => {
  const account = await openAccount(t);
  account.sim.faults.add({ kind: 'resetAfter', count: 1, operation: 'ecs:Register*' });
  await account.clients({ maxAttempts: 3 }).ecs.registerTaskDefinition(fargateDefinition());
  assert.equal(account.region.ecs.taskDefinitions.revisions('tide-api').length, 2);
});

test('spoilt bodies: slow, malformed, cut short, and none at all', async (t) => {
  const account = await openAccount(t);
  const list = () => account.ecs.listClusters({});
  // As slow as this, its first piece is read long before the second is written.
  account.sim.faults.add({ kind: 'slowBody', ms: 20_000, count: 1 });
  const leaving = new AbortController();
  const slow = await fetch(account.sim.url, {
    method: 'POST',
    headers: signedHeaders(account.sim),
    body: '{}',
    signal: leaving.signal,
  });
  const piece = await slow.body?.getReader().read();
  const bytes = piece?.value?.length ?? 0;
  assert.ok(bytes > 0 && bytes < Number(slow.headers.get('content-length')), `${bytes} bytes at once`);
  leaving.abort();
  account.sim.faults.add({ kind: 'slowBody', ms: 20, count: 1 });
  assert.equal((await list()).clusterArns?.length, 1);
  account.sim.faults.add({ kind: 'malformedBody', count: 1 });
  await assert.rejects(list(), SyntaxError);
  account.sim.faults.add({ kind: 'truncatedBody', count: 1 });
  await assert.rejects(list());
  const hang = account.sim.faults.add({ kind: 'hang', count: 1 });
  const patience = new AbortController();
  const hanging = account.ecs.listClusters({}, { abortSignal: patience.signal });
  await Promise.race([hanging, eventually('the request', () => hang.hits === 1)]);
  patience.abort();
  await assert.rejects(hanging, { name: 'AbortError' });
  assert.equal((await list()).clusterArns?.length, 1);
});

test('rules: by operation, rate, count, skip and input; the same seed gives the same run', async (t) => {
  const run = async (seed: number): Promise<boolean[]> => {
    const account = await openAccount(t, { seed });
    account.sim.faults.add({ operation: 'ecs:List*', kind: 'throttle', rate: 0.3 });
    await account.ecs.describeClusters({ clusters: ['harbor'] });
    const outcomes: boolean[] = [];
    for (let index = 0; index < 100; index++) {
      outcomes.push(
        await account.ecs.listClusters({}).then(
          () => true,
          () => false,
        ),
      );
    }
    return outcomes;
  };
  const first = await run(1);
  const failures = first.filter((ok) => !ok).length;
  assert.ok(failures > 15 && failures < 45, `${failures} of 100`);
  assert.deepEqual(await run(1), first);
  assert.notDeepEqual(await run(2), first);

  const account = await openAccount(t);
  account.sim.faults.add({ kind: 'throttle', skip: 1, count: 1, when: (input) => input['cluster'] === 'harbor' });
  const outcomes: boolean[] = [];
  for (let index = 0; index < 4; index++) {
    outcomes.push(
      await account.ecs.listTasks({ cluster: 'harbor' }).then(
        () => true,
        () => false,
      ),
    );
    await account.ecs.listClusters({});
  }
  assert.deepEqual(outcomes, [true, false, true, true]);
});

test('latency is wall time, per operation', async (t) => {
  const account = await openAccount(t);
  account.sim.latency.set(60, 0, 'ecs:Describe*');
  await account.ecs.describeClusters({});
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let waited = 0;
  const waiting = account.sim.latency.wait('ecs:DescribeClusters').then(() => waited++);
  await account.sim.latency.wait('ecs:ListClusters');
  t.mock.timers.tick(59);
  await turns();
  assert.equal(waited, 0);
  t.mock.timers.tick(1);
  await waiting;
});

test('permissions deny single operations, with IAM’s text', async (t) => {
  const account = await openAccount(t);
  const credential = account.sim.account.addCredential({
    principal: 'ReadOnly/alex',
    permissions: { allow: ['ecs:*', 'logs:FilterLogEvents'], deny: ['ecs:StopTask'] },
  });
  const { ecs, logs } = account.clients({ credential });
  await ecs.listClusters({});
  const who = 'User: arn:aws:sts::123456789012:assumed-role/ReadOnly/alex is not authorized to perform:';
  await assert.rejects(logs.startLiveTail({ logGroupIdentifiers: ['x'] }), {
    name: 'AccessDeniedException',
    message: `${who} logs:StartLiveTail on resource: * because no identity-based policy allows the logs:StartLiveTail action`,
  });
  await assert.rejects(ecs.stopTask({ cluster: 'harbor', task: 'abc' }), {
    name: 'AccessDeniedException',
    message: `${who} ecs:StopTask on resource: arn:aws:ecs:eu-west-1:123456789012:task/harbor/abc with an explicit deny in an identity-based policy`,
  });
});
