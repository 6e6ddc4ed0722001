import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { addCluster, addRevision, region } from '../../support/shop.ts';

const { unusedRevisions } = await import('../../../src/ui/change/taskDefinition/unusedRevisions.ts');

test('who uses a revision is named, and of whoever is not named how many there are', async (t) => {
  const server = await startSimulatedAccount({ clock: { held: true } });
  const names = Array.from({ length: 7 }, (_, at) => `web-${at}`);
  addCluster(server, 'shop', names, 0);
  addRevision(server, 'web');
  const settings = { region, endpoint_url: server.url };
  const files = await useAwsFiles({ dev: { credential: server.account.credential, settings } });
  const connection = await connectTo({ profile: 'dev' });
  t.after(async () => {
    connection.dispose();
    await files.remove();
    await server.close();
  });
  const { account } = await connection.identity();
  const row = (revision: number) => {
    const taskDefinitionArn = `arn:aws:ecs:${region}:${account}:task-definition/web:${revision}`;
    return { resource: { kind: 'revision', connection, taskDefinitionArn } };
  };
  await assert.rejects(unusedRevisions(row(1), [row(1), row(2)]), (error: Error) => {
    assert.match(error.message, /^web:1 is in use by (?:shop\/web-\d, ){4}shop\/web-\d and 2 more\.$/);
    return true;
  });
  assert.equal((await unusedRevisions(row(2), [row(2)])).arns.length, 1);
});
