import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { CredentialStore } from '../../../src/aws/signIn/credentialStore.ts';
import { AwsError } from '../../../src/aws/errors.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { eventually } from '../../support/eventually.ts';

const dev = '111122223333';
const prod = '444455556666';

describe('a role behind an MFA device', () => {
  let server: SimulatedAccount;
  let files: { remove(): Promise<void> };

  before(async () => {
    server = await startSimulatedAccount({ accounts: [{ id: dev }, { id: prod }] });
    const settings = { region: 'eu-west-3', endpoint_url: server.url };
    const role = { role_arn: `arn:aws:iam::${prod}:role/deployer`, mfa_serial: `arn:aws:iam::${dev}:mfa/person` };
    files = await useAwsFiles({
      dev: { credential: server.accountById(dev).credential, settings },
      prod: { settings: { ...settings, ...role, source_profile: 'dev' } },
      audit: { settings: { ...settings, ...role, source_profile: 'dev' } },
    });
  });

  after(async () => {
    await files.remove();
    await server.close();
  });

  const connectTwice = async (mfa: () => Promise<string>) => {
    const credentials = new CredentialStore();
    const regions = ['eu-west-3', 'us-east-1'];
    const options = { credentials, mfa };
    const connections = await Promise.all(regions.map((region) => connectTo({ profile: 'prod', region }, options)));
    return { credentials, connections };
  };

  it('is asked for its code once, for all services and Regions', async () => {
    let asked = 0;
    const { connections } = await connectTwice(() => {
      asked++;
      return Promise.resolve('123456');
    });
    const reading = connections.flatMap((one) => [
      one.identity(),
      one.read('ecs', 'ListClusters', {}),
      one.read('logs', 'DescribeLogGroups', {}),
    ]);
    await Promise.all(reading);
    assert.equal((await connections[0]?.identity())?.account, prod);
    assert.equal(asked, 1);
    for (const connection of connections) connection.dispose();
  });

  it('is asked once more when its credentials end, not once for each who still had them', async () => {
    let asked = 0;
    const { connections } = await connectTwice(() => {
      asked++;
      return Promise.resolve('123456');
    });
    for (const one of connections) await one.read('ecs', 'ListClusters', {});
    for (const one of connections) {
      const fault = server.faults.add({ operation: 'ecs:ListClusters', kind: 'expiredToken' });
      await assert.rejects(one.read('ecs', 'ListClusters', {}), (error: AwsError) => error.kind === 'expired');
      fault.remove();
      await one.read('ecs', 'ListClusters', {});
    }
    assert.equal(asked, 2);
    for (const connection of connections) connection.dispose();
  });

  it('is not asked again after the person left the box, until they say so', async () => {
    let asked = 0;
    const { credentials, connections } = await connectTwice(() => {
      asked++;
      return asked === 1 ? Promise.reject(new AwsError('mfaNeeded', 'No code.')) : Promise.resolve('123456');
    });
    const isRefused = (error: AwsError): boolean => error.kind === 'mfaNeeded';
    await Promise.all(connections.map((one) => assert.rejects(one.identity(), isRefused)));
    for (const one of connections) await assert.rejects(one.read('ecs', 'ListClusters', {}), isRefused);
    assert.equal(asked, 1);
    for (const one of connections) credentials.retry(one.spec.credentialsId);
    for (const one of connections) assert.equal((await one.identity()).account, prod);
    assert.equal(asked, 2);
    for (const connection of connections) connection.dispose();
  });

  it('is asked again when AWS no longer takes the credentials', async () => {
    let asked = 0;
    const { connections } = await connectTwice(() => {
      asked++;
      return Promise.resolve('123456');
    });
    const [connection] = connections as [Connection, Connection];
    await connection.identity();
    for (const credential of server.world.credentials.all()) {
      if (credential.accountId === prod && credential.sessionToken) credential.expiresAt = 1;
    }
    const isExpired = (error: AwsError): boolean => error.kind === 'expired';
    await assert.rejects(connection.read('ecs', 'ListClusters', {}), isExpired);
    await connection.read('ecs', 'ListClusters', {});
    assert.equal(asked, 2);
    for (const each of connections) each.dispose();
  });

  it('is asked for one connection after the other, also after somebody left a box', async () => {
    const asked: PromiseWithResolvers<string>[] = [];
    const mfa = (): Promise<string> => {
      const question = Promise.withResolvers<string>();
      asked.push(question);
      return question.promise;
    };
    const connections = await Promise.all(['prod', 'audit'].map((profile) => connectTo({ profile }, { mfa })));
    const answers = Promise.allSettled(connections.map((one) => one.identity()));
    await eventually('the first question', () => asked.length > 0);
    // The second would be asked within these reads, which need nobody.
    const reader = await connectTo({ profile: 'dev' });
    for (let turn = 0; turn < 5; turn++) await reader.read('ecs', 'ListClusters', {});
    assert.equal(asked.length, 1, 'two boxes at once');
    asked[0]?.reject(new AwsError('mfaNeeded', 'No code.'));
    await eventually('the second question', () => asked.length === 2);
    asked[1]?.resolve('123456');
    assert.deepEqual((await answers).map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    for (const each of [...connections, reader]) each.dispose();
  });
});
