import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock } from '../../simulator/clock.ts';
import { eventually } from '../../support/eventually.ts';
import { openAccount, REGION } from './support/openAccount.ts';
import { deployFargate } from './support/requests.ts';

test('the ledger knows every request, who made it and what it did', async (t) => {
  const account = await openAccount(t);
  const { ledger } = account.sim;
  await account.ecs.listClusters({});
  const mark = ledger.mark();
  await deployFargate(account);
  await assert.rejects(account.ecs.describeServices({ cluster: 'nowhere', services: ['a'] }));
  await account.sts.getCallerIdentity({});
  assert.deepEqual(ledger.counts(mark), {
    'ecs:RegisterTaskDefinition': 1,
    'ecs:CreateService': 1,
    'ecs:DescribeServices': 1,
    'sts:GetCallerIdentity': 1,
  });
  assert.deepEqual(
    ledger.changes(mark).map((entry) => entry.operation),
    ['RegisterTaskDefinition', 'CreateService'],
  );
  assert.equal(ledger.count('ecs:*'), 4);
  assert.equal(ledger.count('ecs:*', mark), 3);
  const [failed] = ledger.since(mark, 'ecs:DescribeServices');
  assert.deepEqual(
    [failed?.account, failed?.region, failed?.status, failed?.errorCode, failed?.input],
    ['123456789012', REGION, 400, 'ClusterNotFoundException', { cluster: 'nowhere', services: ['a'] }],
  );
  assert.equal(failed?.accessKeyId, account.sim.account.credential.accessKeyId);
  assert.ok((failed?.durationMs ?? -1) >= 0);
  ledger.clear();
  assert.equal(ledger.count(), 0);
});

test('a held clock runs what is due in order, also what is added on the way', async () => {
  const clock = new Clock({ held: true, start: 1000 });
  const seen: string[] = [];
  const note = (text: string): void => void seen.push(`${clock.now()} ${text}`);
  clock.after(300, () => note('third'));
  clock.after(100, () => {
    note('first');
    clock.after(50, () => note('second'));
  });
  const gone = clock.after(120, () => note('never'));
  gone.cancel();
  const ticking = clock.every(200, () => note('tick'));
  await clock.advance(450);
  ticking.cancel();
  await clock.advance(1000);
  assert.deepEqual(seen, ['1100 first', '1150 second', '1200 tick', '1300 third', '1400 tick']);
  assert.equal(clock.now(), 2450);
  const passed = await clock.advanceUntil(() => clock.now() >= 5000, 10_000, 500);
  assert.equal(passed, 3000);
  await assert.rejects(
    clock.advanceUntil(() => false, 1000),
    /Nothing came of it/,
  );
});

test('a running clock follows the machine, timers included', async () => {
  const clock = new Clock();
  await assert.rejects(clock.advance(1), /Only a held clock/);
  const fired: string[] = [];
  clock.after(30, () => fired.push('later'));
  await new Promise<void>((resolve) => {
    clock.after(20, () => fired.push('sooner'));
    clock.after(40, resolve);
  });
  assert.deepEqual(fired, ['sooner', 'later']);
  const [before, now, after] = [Date.now(), clock.now(), Date.now()];
  assert.ok(before <= now && now <= after);
  clock.stop();
});

test('speed makes tasks live faster, timestamps stay true', async (t) => {
  const account = await openAccount(t, { clock: {}, speed: 400 });
  const start = Date.now();
  const id = await deployFargate(account);
  const deployment = await eventually('the end of the deployment', async () => {
    const { deployments = [] } = await account.service('tide-api');
    return deployments[0]?.rolloutState === 'COMPLETED' && deployments[0];
  });
  assert.equal(deployment.id, id);
  const updatedAt = deployment.updatedAt?.getTime() ?? 0;
  // The protocol writes seconds with three digits behind the point.
  assert.ok(updatedAt >= start - 1 && updatedAt <= Date.now() + 1, `${updatedAt - start} ms after the start`);
});
