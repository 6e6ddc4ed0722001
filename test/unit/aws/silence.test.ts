import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AwsError } from '../../../src/aws/errors.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { guardMs } from '../../support/eventually.ts';
import { startFakeAws } from '../../support/fakeAws.ts';

test('a server that takes requests and answers none is a network failure, not a wait for minutes', async () => {
  const fake = await startFakeAws({ ListClusters: () => new Promise(() => undefined) });
  const credential = { accessKeyId: 'AKIAFAKE', secretAccessKey: 'fake' } as never;
  const files = await useAwsFiles({ dev: { credential, settings: { region: 'eu-west-1', endpoint_url: fake.url } } });
  const connection = await connectTo({ profile: 'dev' }, { patience: 200 });
  try {
    const reading = connection.read('ecs', 'ListClusters', {}, AbortSignal.timeout(guardMs));
    await assert.rejects(reading, (error) => error instanceof AwsError && error.kind === 'network');
    const left = connection.read('ecs', 'ListClusters', {}, AbortSignal.timeout(50));
    await assert.rejects(left, (error) => error instanceof AwsError && error.kind === 'aborted');
  } finally {
    connection.dispose();
    await files.remove();
    await fake.close();
  }
});

test('whoever is asked for credentials may take longer than an answer of AWS', async () => {
  const fake = await startFakeAws({ ListClusters: () => ({ clusterArns: [] }) });
  const keys = JSON.stringify({ Version: 1, AccessKeyId: 'AKIAFAKE', SecretAccessKey: 'fake' });
  const settings = {
    region: 'eu-west-1',
    endpoint_url: fake.url,
    credential_process: `sh -c 'sleep 4; echo "$0"' '${keys}'`,
  };
  const files = await useAwsFiles({ slow: { settings } });
  const connection = await connectTo({ profile: 'slow' }, { patience: 3000 });
  try {
    assert.deepEqual((await connection.read('ecs', 'ListClusters', {})).clusterArns, []);
  } finally {
    connection.dispose();
    await files.remove();
    await fake.close();
  }
});
