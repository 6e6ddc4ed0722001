import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';

describe('the alias of an account', () => {
  let server: SimulatedAccount;
  let files: { remove(): Promise<void> };

  before(async () => {
    server = await startSimulatedAccount({ accounts: [{ id: '111122223333', alias: 'shop-dev' }] });
    const settings = { region: 'eu-west-3', endpoint_url: server.url };
    const limited = server.account.addCredential({ permissions: { deny: ['iam:*'] } });
    files = await useAwsFiles({
      dev: { credential: server.account.credential, settings },
      limited: { credential: limited, settings },
    });
  });

  after(async () => {
    await files.remove();
    await server.close();
  });

  it('is known once it was asked for', async () => {
    const connection = await connectTo({ profile: 'dev' });
    assert.equal(connection.accountAlias, undefined);
    assert.equal(await connection.loadAccountAlias(), 'shop-dev');
    assert.equal(connection.accountAlias, 'shop-dev');
    connection.dispose();
  });

  it('is nothing where one may not ask, and the connection goes on', async () => {
    const connection = await connectTo({ profile: 'limited' });
    assert.equal(await connection.loadAccountAlias(), undefined);
    assert.equal((await connection.identity()).account, '111122223333');
    connection.dispose();
  });

  it('does not end a connection when IAM does not take its token', async () => {
    server.faults.add({ operation: 'iam:*', kind: 'expiredToken' });
    const connection = await connectTo({ profile: 'dev' });
    await connection.identity();
    assert.equal(await connection.loadAccountAlias(), undefined);
    assert.equal(connection.credentialProblem, undefined);
    connection.dispose();
  });
});
