import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchKnownNetworks } from '../../../src/aws/read/knownNetworks.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { raw, startFakeAws } from '../../support/fakeAws.ts';

const account = 'arn:aws:ecs:eu-west-1:111122223333';
const clusters = ['closed', 'shop', ...Array.from({ length: 30 }, (_, index) => `bulk-${index}`)];

test('networks are offered after a look at some services, not at all of the account', async () => {
  const fake = await startFakeAws({
    ListClusters: () => ({ clusterArns: clusters.map((name) => `${account}:cluster/${name}`) }),
    DescribeClusters: () => ({
      clusters: clusters.map((clusterName) => ({
        clusterArn: `${account}:cluster/${clusterName}`,
        clusterName,
        activeServicesCount: 500,
      })),
    }),
    ListServices: ({ cluster }) =>
      String(cluster).endsWith('closed')
        ? raw(400, '{"__type":"AccessDeniedException","message":"no"}')
        : { serviceArns: Array.from({ length: 100 }, (_, index) => `${String(cluster)}-${index}`), nextToken: 'more' },
    DescribeServices: ({ cluster, services }) => ({
      services: (services as string[]).map((serviceArn) => ({
        serviceArn,
        serviceName: 'web',
        networkConfiguration: { awsvpcConfiguration: { subnets: [`subnet-of-${String(cluster).split('/')[1]}`] } },
      })),
    }),
  });
  const credential = { accessKeyId: 'AKIAFAKE', secretAccessKey: 'fake' } as never;
  const files = await useAwsFiles({ dev: { credential, settings: { region: 'eu-west-1', endpoint_url: fake.url } } });
  const connection = await connectTo({ profile: 'dev' });
  try {
    const networks = await fetchKnownNetworks(connection, `${account}:cluster/shop`);
    assert.deepEqual(networks[0]?.configuration.subnets, ['subnet-of-shop']);
    assert.ok(networks.length > 1, 'other clusters are looked at, too');
    assert.ok(fake.asked.length < 40, `${fake.asked.length} calls`);
  } finally {
    connection.dispose();
    await files.remove();
    await fake.close();
  }
});
