import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { AwsError } from '../../../src/aws/errors.ts';
import type { Consent } from '../../../src/aws/connection/gate.ts';
import type { ExplorerNode } from '../../../src/ui/explorer/nodes/node.ts';
import { type FakeAws, raw, startFakeAws } from '../../support/fakeAws.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { changing } from '../../support/changing.ts';

const account = 'arn:aws-us-gov:ecs:us-gov-west-1:111122223333';
const cluster = `${account}:cluster/shop`;
const never = (): Promise<object> => new Promise(() => undefined);

/** A cluster with services and tasks of which nothing is said but their names. */
const bare: Parameters<typeof startFakeAws>[0] = {
  ListClusters: () => ({ clusterArns: [cluster] }),
  DescribeClusters: () => ({ clusters: [{ clusterName: 'shop', activeServicesCount: 2 }] }),
  // Arns of the form from before 2018, a page that is not full and a token that comes back once more.
  ListServices: ({ nextToken }) =>
    nextToken
      ? { serviceArns: [`${account}:service/web`], nextToken: 'more' }
      : { serviceArns: [`${account}:service/api`], nextToken: 'more' },
  DescribeServices: ({ services }) => ({
    services: (services as string[]).map((serviceArn) => ({
      serviceArn,
      desiredCount: 1,
      runningCount: 1,
      launchType: 'QUANTUM',
      status: 'HIBERNATING',
      taskDefinition: 'web:3',
      deployments: null,
    })),
    failures: null,
  }),
  ListTasks: ({ desiredStatus }) => ({
    taskArns: desiredStatus === 'STOPPED' ? [] : [`${account}:task/0123456789abcdef`],
  }),
  DescribeTasks: () => ({
    tasks: [
      {
        taskArn: `${account}:task/0123456789abcdef`,
        taskDefinitionArn: `${account}:task-definition/web:3`,
        lastStatus: 'MEDITATING',
        launchType: 'QUANTUM',
        containers: [{ name: 'web' }],
      },
    ],
  }),
  ListTaskDefinitionFamilies: () => ({ families: ['web', 'web-admin'] }),
  // Knows neither status nor family, as some emulators do.
  ListTaskDefinitions: () => ({
    taskDefinitionArns: ['web:1', 'web:3', 'web:2', 'web-admin:9'].map((name) => `${account}:task-definition/${name}`),
  }),
};

describe('a server that leaves out what it may', () => {
  let fake: FakeAws;
  let tree: OpenTree;

  const start = async (operations: Parameters<typeof startFakeAws>[0]): Promise<void> => {
    fake = await startFakeAws(operations);
    const credential = { accessKeyId: 'AKIAFAKE', secretAccessKey: 'fake', sessionToken: undefined } as never;
    tree = await openTree({ url: fake.url, account: { credential } });
  };

  const rows = async (...path: string[]): Promise<ExplorerNode[]> => {
    for (let depth = 0; depth < path.length; depth++) await tree.open(...path.slice(0, depth));
    return tree.open(...path);
  };

  const labels = async (...path: string[]): Promise<string[]> => (await rows(...path)).map((row) => row.item().label);

  afterEach(async () => {
    await tree.close();
    await fake.close();
  });

  it('shows clusters before STS has answered, with the account of their ARNs', async () => {
    await start({ ...bare, GetCallerIdentity: never });
    assert.deepEqual(await labels(), ['shop', 'Task definitions']);
    const [root] = await tree.model.roots();
    assert.match(root?.item().description ?? '', /111122223333/);
  });

  it('knows the account of a server without STS, and changes nothing in another', async () => {
    let registered = 0;
    await start({
      ...bare,
      RegisterTaskDefinition: () => {
        registered++;
        return { taskDefinition: { taskDefinitionArn: `${account}:task-definition/web:4`, revision: 4 } };
      },
    });
    const { partition, account: own } = await tree.connection.identity();
    assert.deepEqual([partition, own], ['aws-us-gov', '111122223333']);
    const input = { family: 'web', containerDefinitions: [] };
    const consent: Consent = {
      account: own,
      region: 'eu-west-3',
      resource: 'web',
      operation: 'RegisterTaskDefinition',
    };
    await assert.rejects(
      (await changing(tree.connection)).change('ecs', 'RegisterTaskDefinition', input, {
        ...consent,
        account: '444455556666',
      }),
      (error) => error instanceof AwsError && error.kind === 'refused',
    );
    await (await changing(tree.connection)).change('ecs', 'RegisterTaskDefinition', input, consent);
    assert.equal(registered, 1);
  });

  it('reads every page once, and gives services and tasks their cluster', async () => {
    await start(bare);
    assert.deepEqual((await labels('shop')).slice(0, 2), ['api', 'web']);
    assert.equal(fake.asked.filter((name) => name === 'ListServices').length, 2);
    const [task] = await rows('shop', 'web');
    assert.equal(task?.kind, 'task');
    assert.ok(task?.resource?.kind === 'task' && task.resource.clusterArn === cluster);
    assert.doesNotMatch(task.item().description ?? '', /outdated/);
  });

  it('asks for scaling by the name that Application Auto Scaling knows, and says what the server lacks', async () => {
    let resource: unknown;
    await start({
      ...bare,
      DescribeScalableTargets: (input) => {
        resource = input['ResourceIds'];
        return raw(400, '{"__type":"UnknownOperationException","message":""}');
      },
    });
    const [error] = await labels('shop', 'web', 'Scaling');
    assert.match(error ?? '', /^unsupported/);
    assert.deepEqual(resource, ['service/shop/web']);
  });

  it('lists each revision once, active, in its own family', async () => {
    await start(bare);
    const revisions = await rows('Task definitions', 'web');
    assert.deepEqual(
      revisions.map((row) => row.item().label),
      ['web:3', 'web:2', 'web:1'],
    );
    assert.ok(revisions.every((row) => row.item().flags?.includes('active')));
  });

  it('shows by its name what is listed but not described', async () => {
    await start({
      ...bare,
      DescribeClusters: () => ({ failures: [{ arn: cluster, reason: 'ACCESS_DENIED' }] }),
      DescribeServices: ({ services }) => ({ failures: (services as string[]).map((arn) => ({ arn, reason: 'ODD' })) }),
    });
    assert.deepEqual(await labels(), ['shop', 'Task definitions']);
    assert.deepEqual((await labels('shop')).slice(0, 2), ['api', 'web']);
  });

  it('shows task definitions where clusters may not be listed', async () => {
    const refusal =
      '{"__type":"AccessDeniedException","message":"User: x is not authorized to perform: ecs:ListClusters on resource: *"}';
    await start({ ...bare, ListClusters: () => raw(400, refusal) });
    const [error, definitions] = await labels();
    assert.match(error ?? '', /^denied: .*ecs:ListClusters/);
    assert.equal(definitions, 'Task definitions');
    assert.deepEqual(await labels('Task definitions'), ['web', 'web-admin']);
  });

  it('says that the endpoint is none where it answers with a page', async () => {
    await start({});
    const [error] = await labels();
    assert.match(error ?? '', /^unsupported/);
  });

  it('keeps rows apart that have no id of their own', async () => {
    const events = [{ message: 'first' }, { message: 'second' }];
    const deployments = [
      { status: 'PRIMARY', taskDefinition: 'web:3' },
      { status: 'ACTIVE', taskDefinition: 'web:3' },
    ];
    await start({
      ...bare,
      DescribeServices: ({ services }) => ({
        services: (services as string[]).map((serviceArn) => ({ serviceArn, status: 'ACTIVE', events, deployments })),
      }),
    });
    const shown = await rows('shop', 'web');
    assert.equal(new Set(shown.map((row) => row.id)).size, shown.length);
    assert.deepEqual(await labels('shop', 'web', 'Events'), ['first', 'second']);
  });
});
