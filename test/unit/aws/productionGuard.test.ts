import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import type { AwsError } from '../../../src/aws/errors.ts';
import type { Consent } from '../../../src/aws/connection/gate.ts';
import type { GuardRules } from '../../../src/aws/connection/productionGuard.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { changing } from '../../support/changing.ts';

const account = '111122223333';
const region = 'eu-west-3';

describe('the production guard', () => {
  let server: SimulatedAccount;
  let files: { remove(): Promise<void> };
  let connection: Connection;
  let rules: GuardRules = {};

  before(async () => {
    server = await startSimulatedAccount({ accounts: [{ id: account }] });
    const settings = { region, endpoint_url: server.url };
    files = await useAwsFiles({ dev: { credential: server.account.credential, settings } });
    connection = await connectTo({ profile: 'dev' }, { guardRules: () => rules });
  });

  after(async () => {
    connection.dispose();
    await files.remove();
    await server.close();
  });

  const consent = (operation: Consent['operation'], typed?: string): Consent => ({
    account,
    region,
    resource: 'something',
    operation,
    typed,
  });

  const input = { cluster: 'shop-prod-cluster', service: 'web', desiredCount: 1 };

  const refused = async (act: () => Promise<unknown>): Promise<void> => {
    const mark = server.ledger.mark();
    await assert.rejects(act(), (error: AwsError) => error.kind === 'refused');
    assert.equal(server.ledger.changes(mark).length, 0);
    assert.equal(server.ledger.count('ecs:*', mark), 0);
  };

  const register = async (typed?: string) =>
    (await changing(connection)).change(
      'ecs',
      'RegisterTaskDefinition',
      { family: 'web', containerDefinitions: [{ name: 'web', image: 'nginx', memory: 128 }] },
      consent('RegisterTaskDefinition', typed),
    );

  it('refuses a change of a production cluster whose name was not typed, and no other name does', async () => {
    rules = {};
    await refused(async () =>
      (await changing(connection)).change('ecs', 'UpdateService', input, consent('UpdateService')),
    );
    await refused(async () =>
      (await changing(connection)).change('ecs', 'UpdateService', input, consent('UpdateService', 'shop')),
    );
  });

  it('sends it once the name was typed', async () => {
    rules = {};
    const mark = server.ledger.mark();
    const session = await changing(connection);
    const change = session.change('ecs', 'UpdateService', input, consent('UpdateService', 'shop-prod-cluster'));
    await assert.rejects(change, (error: AwsError) => error.kind === 'notFound');
    assert.equal(server.ledger.count('ecs:UpdateService', mark), 1);
  });

  it('wants the name of the profile for what is in no cluster', async () => {
    rules = { 'profile:dev': 'confirm' };
    await refused(() => register());
    await register('dev');
  });

  it('refuses everything where it says read-only, whatever was typed', async () => {
    for (const pattern of ['dev', 'profile:d*', `account:${account}`, '*']) {
      rules = { [pattern]: 'read-only' };
      await refused(() => register('dev'));
      assert.equal(connection.protection(), 'read-only');
    }
    rules = { 'cluster:shop-*': 'read-only' };
    await refused(async () =>
      (await changing(connection)).change('ecs', 'UpdateService', input, consent('UpdateService', 'shop-prod-cluster')),
    );
    assert.equal(connection.protection('shop-prod-cluster'), 'read-only');
    assert.equal(connection.protection('other'), 'none');
  });

  it('has the name typed by whoever did not know that it would be asked, once for one consent', async () => {
    rules = {};
    const asked: (readonly string[])[] = [];
    const asking = await connectTo(
      { profile: 'dev' },
      {
        typeName: (names) => {
          asked.push(names);
          return Promise.resolve(names[0] ?? '');
        },
      },
    );
    const agreed = consent('UpdateService');
    for (let time = 0; time < 2; time++) {
      await assert.rejects(
        (await changing(asking)).change('ecs', 'UpdateService', input, agreed),
        (error: AwsError) => error.kind === 'notFound',
      );
    }
    assert.deepEqual(asked, [['shop-prod-cluster']]);
    asking.dispose();
  });

  it('lets nothing through when another name is typed, or none', async () => {
    rules = {};
    for (const typeName of [() => Promise.resolve('shop'), () => Promise.reject(new Error('left'))]) {
      const asking = await connectTo({ profile: 'dev' }, { typeName });
      const mark = server.ledger.mark();
      await assert.rejects((await changing(asking)).change('ecs', 'UpdateService', input, consent('UpdateService')));
      assert.equal(server.ledger.count('ecs:UpdateService', mark), 0);
      asking.dispose();
    }
  });

  it('takes a rule that is made while the connection is in use', async () => {
    rules = {};
    await register();
    rules = { dev: 'read-only' };
    await refused(() => register());
  });
});
