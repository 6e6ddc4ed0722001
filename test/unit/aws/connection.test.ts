import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { AwsError, type AwsErrorKind } from '../../../src/aws/errors.ts';
import type { Consent } from '../../../src/aws/connection/gate.ts';
import { registerRevision } from '../../../src/aws/change/revision.ts';
import type { Timer } from '../../../src/aws/timer.ts';
import type { FaultKind } from '../../simulator/faults.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { eventually } from '../../support/eventually.ts';
import { changing } from '../../support/changing.ts';

const region = 'eu-west-3';
const dev = '111122223333';
const prod = '444455556666';

/** Waits are counted, not waited for. */
const hasty: Timer = { now: () => Date.now(), sleep: () => Promise.resolve() };

describe('a connection', () => {
  let server: SimulatedAccount;
  let files: { remove(): Promise<void> };
  let connection: Connection;

  before(async () => {
    server = await startSimulatedAccount({ accounts: [{ id: dev }, { id: prod }] });
    const settings = { region, endpoint_url: server.url };
    files = await useAwsFiles({
      dev: { credential: server.accountById(dev).credential, settings },
      prod: { credential: server.accountById(prod).credential, settings },
      wrong: { credential: { ...server.account.credential, secretAccessKey: 'not the secret' }, settings },
      empty: { settings },
      role: { settings: { ...settings, role_arn: `arn:aws:iam::${prod}:role/deployer`, source_profile: 'dev' } },
    });
    connection = await connectTo({ profile: 'dev' }, { timer: hasty });
  });

  afterEach(() => server.faults.clear());

  after(async () => {
    connection.dispose();
    await files.remove();
    await server.close();
  });

  const consent = (account = dev): Consent => ({
    account,
    region,
    resource: 'task definition web',
    operation: 'RegisterTaskDefinition',
  });

  const input = (family: string) => ({
    family,
    containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', memory: 128 }],
  });

  const register = async (family: string, account?: string) =>
    registerRevision(
      await changing(connection),
      { input: input(family), known: 0, isSame: () => true },
      consent(account),
    );

  it('reaches the account of the chosen profile, whatever AWS_PROFILE says', async () => {
    process.env['AWS_PROFILE'] = 'dev';
    const other = await connectTo({ profile: 'prod' });
    assert.equal((await other.identity()).account, prod);
    assert.equal((await connection.identity()).account, dev);
    other.dispose();
    delete process.env['AWS_PROFILE'];
  });

  it('sends nothing to the endpoint of AWS_PROFILE when the chosen profile names none', async () => {
    process.env['AWS_PROFILE'] = 'dev';
    const own = await useAwsFiles({ plain: { credential: server.account.credential, settings: { region } } });
    process.env['AWS_PROFILE'] = 'dev';
    const plain = await connectTo({ profile: 'plain' });
    const mark = server.ledger.mark();
    const closing = AbortSignal.timeout(1500);
    await assert.rejects(plain.read('ecs', 'ListClusters', {}, closing));
    assert.equal(server.ledger.count('*', mark), 0);
    plain.dispose();
    await own.remove();
  });

  it('assumes a role at the endpoint of the profile', async () => {
    const assumed = await connectTo({ profile: 'role' });
    const { account, arn } = await assumed.identity();
    assert.equal(account, prod);
    assert.match(arn, /assumed-role\/deployer\//);
    assumed.dispose();
  });

  it('asks for its identity once', async () => {
    const mark = server.ledger.mark();
    const own = await connectTo({ profile: 'dev' });
    await Promise.all([own.identity(), own.identity()]);
    await own.identity();
    assert.equal(server.ledger.count('sts:*', mark), 1);
    own.dispose();
  });

  it('retries reads through throttling and resets', async () => {
    server.faults.add({ operation: 'ecs:ListClusters', kind: 'throttle', count: 2 });
    server.faults.add({ operation: 'ecs:ListClusters', kind: 'resetBefore', count: 1, skip: 2 });
    const answer = await connection.read('ecs', 'ListClusters', {});
    assert.deepEqual(answer.clusterArns, []);
  });

  const kinds: Partial<Record<FaultKind, AwsErrorKind>> = {
    throttle: 'throttled',
    serverError: 'server',
    unavailable: 'server',
    expiredToken: 'expired',
    accessDenied: 'denied',
    resetBefore: 'network',
    resetAfter: 'network',
  };
  for (const [kind, expected] of Object.entries(kinds)) {
    it(`calls a lasting ${kind} ${expected}, and recovers when it ends`, async () => {
      server.faults.add({ operation: 'ecs:UpdateService', kind: kind as FaultKind });
      const update: Consent = { ...consent(), operation: 'UpdateService' };
      const session = await changing(connection);
      const change = session.change('ecs', 'UpdateService', { cluster: 'none', service: 'none' }, update);
      await assert.rejects(change, (error: AwsError) => error instanceof AwsError && error.kind === expected);
      server.faults.clear();
      assert.deepEqual((await connection.read('ecs', 'ListClusters', {})).clusterArns, []);
    });
  }

  it('names the permission that is missing', async () => {
    const credential = server.account.addCredential({ permissions: { deny: ['ecs:ListClusters'] } });
    const own = await useAwsFiles({ limited: { credential, settings: { region, endpoint_url: server.url } } });
    const limited = await connectTo({ profile: 'limited' });
    await assert.rejects(
      limited.read('ecs', 'ListClusters', {}),
      (error: AwsError) => error.kind === 'denied' && error.permission === 'ecs:ListClusters',
    );
    limited.dispose();
    await own.remove();
  });

  it('tells wrong keys from missing ones', async () => {
    const wrong = await connectTo({ profile: 'wrong' });
    await assert.rejects(wrong.identity(), (error: AwsError) => error.kind === 'invalidCredentials');
    const empty = await connectTo({ profile: 'empty' });
    await assert.rejects(empty.identity(), (error: AwsError) => ['noCredentials', 'badProfile'].includes(error.kind));
    wrong.dispose();
    empty.dispose();
  });

  it('aborts what is in flight when it is disposed', async () => {
    const own = await connectTo({ profile: 'dev' });
    const hang = server.faults.add({ operation: 'ecs:ListClusters', kind: 'hang' });
    const reading = own.read('ecs', 'ListClusters', {});
    await Promise.race([reading, eventually('the request', () => hang.hits > 0)]);
    own.dispose();
    await assert.rejects(reading, (error: AwsError) => error.kind === 'aborted');
  });

  it('lets no change through that was agreed to for another account', async () => {
    const mark = server.ledger.mark();
    await assert.rejects(register('other', prod), (error: AwsError) => error.kind === 'refused');
    assert.equal(server.ledger.count('ecs:RegisterTaskDefinition', mark), 0);
  });

  it('registers once when the answer is lost on its way back', async () => {
    const mark = server.ledger.mark();
    server.faults.add({ operation: 'ecs:RegisterTaskDefinition', kind: 'resetAfter', count: 1 });
    const registered = await register('lost-answer');
    assert.equal(registered.revision, 1);
    assert.equal(server.ledger.changes(mark).length, 1);
  });

  it('registers once when the answer cannot be read', async () => {
    const mark = server.ledger.mark();
    server.faults.add({ operation: 'ecs:RegisterTaskDefinition', kind: 'malformedBody', count: 1 });
    assert.equal((await register('garbled-answer')).revision, 1);
    assert.equal(server.ledger.changes(mark).length, 1);
  });

  it('registers once when the request is lost on its way there, and when it is throttled', async () => {
    const mark = server.ledger.mark();
    server.faults.add({ operation: 'ecs:RegisterTaskDefinition', kind: 'resetBefore', count: 1 });
    server.faults.add({ operation: 'ecs:RegisterTaskDefinition', kind: 'throttle', count: 3, skip: 1 });
    assert.equal((await register('lost-request')).revision, 1);
    assert.equal(server.ledger.changes(mark).length, 1);
  });
});
