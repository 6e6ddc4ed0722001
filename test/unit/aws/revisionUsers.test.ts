import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchRevisionUsers } from '../../../src/aws/read/revisionUsers.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { startFakeAws } from '../../support/fakeAws.ts';

const account = 'arn:aws:ecs:eu-west-1:111122223333';
const used = `${account}:task-definition/job:1`;

test('a revision is in use also where only a task of a later page runs it', async () => {
  const fake = await startFakeAws({
    ListClusters: () => ({ clusterArns: [`${account}:cluster/shop`] }),
    DescribeClusters: () => ({ clusters: [{ clusterArn: `${account}:cluster/shop` }] }),
    ListServices: () => ({ serviceArns: [] }),
    ListTasks: ({ nextToken }) =>
      nextToken
        ? { taskArns: [`${account}:task/shop/last`] }
        : { taskArns: [`${account}:task/shop/first`], nextToken: 'more' },
    DescribeTasks: ({ tasks }) => ({
      tasks: (tasks as string[]).map((taskArn) => ({
        taskArn,
        group: 'family:job',
        taskDefinitionArn: taskArn.endsWith('last') ? used : `${account}:task-definition/job:2`,
      })),
    }),
  });
  const credential = { accessKeyId: 'AKIAFAKE', secretAccessKey: 'fake' } as never;
  const files = await useAwsFiles({ dev: { credential, settings: { region: 'eu-west-1', endpoint_url: fake.url } } });
  const connection = await connectTo({ profile: 'dev' });
  try {
    const users = await fetchRevisionUsers(connection, [used]);
    assert.deepEqual([...users], [[used, ['shop/family:job']]]);
  } finally {
    connection.dispose();
    await files.remove();
    await fake.close();
  }
});
