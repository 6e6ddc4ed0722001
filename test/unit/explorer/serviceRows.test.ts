import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pausedCountTag } from '../../../src/ecs/service/pausedCount.ts';
import type { ExplorerNode, NodePlace } from '../../../src/ui/explorer/nodes/node.ts';
import { serviceFacts } from '../../../src/ui/explorer/nodes/serviceFacts.ts';
import { TaskNode } from '../../../src/ui/explorer/nodes/taskNode.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { type OpenTree, openTree } from '../../support/openTree.ts';
import { addCluster, region } from '../../support/shop.ts';

describe('the rows of services', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;

  before(async () => {
    server = await startSimulatedAccount();
    const shop = addCluster(server, 'shop', ['none', 'paused']);
    addCluster(server, 'live', ['web']);
    for (const service of shop.services.values()) service.desiredCount = 0;
    for (const task of shop.tasks.values()) task.data.desiredStatus = 'STOPPED';
    shop.services.get('paused')?.tags.push({ key: pausedCountTag, value: '2' }, { key: 'team', value: 'shop' });
    shop.tasks.clear();
    const { ecs } = server.account.region(region);
    const live = ecs.clusters.get('live')?.services.get('web') ?? assert.fail('no web');
    live.settings.enableExecuteCommand = true;
    tree = await openTree({ url: server.url, account: server.account });
  });
  after(async () => {
    await tree.close();
    await server.close();
  });

  const rowOf = async (...path: string[]): Promise<ReturnType<ExplorerNode['item']>> =>
    (await tree.find(...path)).item();

  it('tell what is paused from what was scaled to none', async () => {
    const none = await rowOf('shop', 'none');
    assert.deepEqual([none.description, none.icon], ['0/0', 'circle-outline']);
    const paused = await rowOf('shop', 'paused');
    assert.deepEqual([paused.description, paused.icon], ['0/0 · paused', 'debug-pause']);
    assert.ok((await tree.find('shop', 'paused')).tooltip().includes('Paused: Resume Service starts 2 tasks again'));
    // The menus' word for what Resume Service is offered of.
    assert.ok(paused.flags?.join(' ').split(' ').includes('stopped'));
  });

  it('say whether one may open a shell in what they start', async () => {
    assert.ok((await rowOf('live', 'web')).flags?.includes('shell'));
    assert.ok(!(await rowOf('shop', 'none')).flags?.includes('shell'));
  });

  it('begin with what runs', async () => {
    const [image, task] = await tree.open('live', 'web');
    assert.match(`${image?.item().label} | ${image?.item().description}`, /^nginx:1\.27.* \| image$/);
    assert.equal(task?.kind, 'task');
    assert.match(task?.item().description ?? '', /^running( · healthy)? · /);
    const [container] = await tree.model.children(task ?? assert.fail());
    assert.match(container?.item().description ?? '', /^running · /);
  });
});

it('a service tells where it is reached, from what was read of it anyway', () => {
  const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-3:111122223333:targetgroup/shop-web/0123456789abcdef';
  const facts = serviceFacts(
    {
      loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
      deployments: [
        {
          status: 'PRIMARY',
          serviceConnectConfiguration: {
            enabled: true,
            services: [{ portName: 'http', clientAliases: [{ dnsName: 'web.shop', port: 80 }] }],
          },
        },
      ],
    },
    [
      { createdAt: new Date(1), containers: [{ name: 'app', image: 'shop/app:1' }] },
      {
        createdAt: new Date(2),
        containers: [
          { name: 'envoy', image: 'envoy:3' },
          { name: 'app', image: '123456789012.dkr.ecr.eu-west-3.amazonaws.com/shop/app:2' },
        ],
      },
    ],
  );
  assert.deepEqual(
    facts.map(({ label, description }) => `${label} | ${description}`),
    ['app:2 | image and 1 more', 'shop-web | load balancer → app:8080', 'web.shop:80 | Service Connect'],
  );
});

it('a task that no service started has the name of what it runs', () => {
  const place = {
    context: { now: () => 60_000, addresses: { get: () => undefined } },
    connection: { spec: { id: 'dev' } },
  } as unknown as NodePlace;
  const task = {
    taskArn: 'arn:aws:ecs:eu-west-3:111122223333:task/shop/0123456789abcdef0123456789abcdef',
    taskDefinitionArn: 'arn:aws:ecs:eu-west-3:111122223333:task-definition/migrate:7',
    lastStatus: 'RUNNING',
    createdAt: new Date(0),
  };
  const row = (group: string): string => {
    const { label, description } = new TaskNode(place, { ...task, group }).item();
    return `${label} | ${description}`;
  };
  assert.equal(row('family:migrate'), 'migrate:7 | running · 1m · 01234567');
  assert.equal(row('service:web'), '01234567 | running · 1m · :7');
});
