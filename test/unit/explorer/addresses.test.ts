import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fetchDetails } from '../../../src/ui/explorer/commands/fetchDetails.ts';
import { TaskNode } from '../../../src/ui/explorer/nodes/taskNode.ts';
import { publicAddress } from '../../simulator/ec2/networkInterfaces.ts';
import { placeService } from '../../simulator/seed/placeService.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { eventually } from '../../support/eventually.ts';
import { HeldTimer } from '../../support/heldTimer.ts';
import { openTree, type OpenTree } from '../../support/openTree.ts';
import { addRevision, region } from '../../support/shop.ts';

describe('the addresses of a task', () => {
  let server: SimulatedAccount;
  let tree: OpenTree;
  let timer: HeldTimer;

  beforeEach(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    const { ecs } = server.account.region(region);
    const cluster = ecs.addCluster('shop');
    const taskDefinition = addRevision(server, 'web');
    for (const [serviceName, assignPublicIp] of [
      ['web', 'ENABLED'],
      ['hidden', 'DISABLED'],
    ] as const) {
      placeService(cluster, {
        serviceName,
        desiredCount: 3,
        launchType: 'FARGATE',
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp },
        },
        deployed: [{ taskDefinition, age: 3_600_000 }],
        age: 7_200_000,
      });
    }
    timer = new HeldTimer(Date.now());
    tree = await openTree(server, { timer });
    await tree.open('shop', 'web');
    await tree.open('shop', 'hidden');
  });

  afterEach(async () => {
    await tree.close();
    await server.close();
  });

  const asked = (): number => server.ledger.count('ec2:DescribeNetworkInterfaces');

  const tasksOf = async (service: string): Promise<string[]> =>
    (await tree.open('shop', service)).filter((row) => row.kind === 'task').map((row) => row.item().label);

  const interfaceOf = (label: string): string => {
    const tasks = [...server.account.region(region).ecs.clusters.values()].flatMap((one) => [...one.tasks.values()]);
    const task = tasks.find(({ id }) => id.startsWith(label.slice(0, 8)));
    const details = task?.data.attachments?.[0]?.details ?? [];
    return details.find(({ name }) => name === 'networkInterfaceId')?.value ?? assert.fail(`no interface of ${label}`);
  };

  const settled = async (service: string, task: string): Promise<{ row: string; tooltip: string; task: string }> => {
    const [container] = await tree.open('shop', service, task);
    const node = await tree.find('shop', service, task);
    return {
      row: container?.item().description ?? '',
      tooltip: (container?.tooltip() ?? []).join('\n'),
      task: node.tooltip().join('\n'),
    };
  };

  it('come with one call for each task that is opened, and with none when it is opened or read again', async () => {
    const [task = ''] = await tasksOf('web');
    assert.equal(asked(), 0, 'tasks that are not open are not asked about');
    const address = publicAddress(interfaceOf(task));
    await eventually('the address', async () => (await settled('web', task)).row.includes(address));
    assert.match((await settled('web', task)).row, /10\.0\.\d+\.\d+/);
    const { tooltip, task: ofTask } = await settled('web', task);
    for (const text of [tooltip, ofTask]) {
      assert.match(text, /Private address 10\.0\./);
      assert.ok(text.includes(`Public address ${address}`), text);
    }
    assert.equal(asked(), 1);
    tree.model.refresher.setActive(true);
    const mark = server.ledger.mark();
    await timer.advance(70_000, tree.settled);
    assert.ok(server.ledger.count('ecs:ListTasks', mark) >= 2, 'it was read again');
    assert.ok((await settled('web', task)).row.includes(address));
    assert.equal(asked(), 1);
  });

  it('are in the details of the task, which come also where EC2 may not be asked', async () => {
    const [task = ''] = await tasksOf('web');
    const subject = (await tree.find('shop', 'web', task)).resource ?? assert.fail();
    const address = publicAddress(interfaceOf(task));
    assert.ok(
      JSON.stringify(await fetchDetails(subject)).includes(`{"name":"publicIPv4Address","value":"${address}"}`),
    );
    server.faults.add({ operation: 'ec2:*', kind: 'accessDenied' });
    const details = JSON.stringify(await fetchDetails(subject));
    assert.match(details, /privateIPv4Address/);
    assert.doesNotMatch(details, /publicIPv4Address/);
  });

  it('come with one call for all that are opened at once', async () => {
    const tasks = await tasksOf('web');
    await Promise.all(tasks.map((task) => tree.open('shop', 'web', task)));
    for (const task of tasks) {
      const address = publicAddress(interfaceOf(task));
      await eventually('the address', async () => (await settled('web', task)).row.includes(address));
    }
    assert.equal(asked(), 1);
  });

  it('are private alone where the task has no public one', async () => {
    const [task = ''] = await tasksOf('hidden');
    await settled('hidden', task);
    await eventually('the question', () => asked() === 1);
    const { row, tooltip } = await settled('hidden', task);
    assert.match(row, /10\.0\.\d+\.\d+/);
    assert.doesNotMatch(row + tooltip, /Public|52\./);
  });

  it('are said to be unknown in the tooltip alone where the permission is missing, and asked for again on a refresh', async () => {
    const fault = server.faults.add({ operation: 'ec2:*', kind: 'accessDenied' });
    const [task = ''] = await tasksOf('web');
    const isSaid = async (): Promise<boolean> =>
      (await settled('web', task)).task.includes('Public address unknown: ec2:DescribeNetworkInterfaces is missing');
    await eventually('the missing permission', isSaid);
    const rows = await tree.open('shop', 'web', task);
    assert.deepEqual(
      rows.map((row) => row.kind),
      ['container'],
    );
    assert.equal(asked(), 1);
    fault.remove();
    tree.model.refresh(await tree.find('shop', 'web', task));
    const address = publicAddress(interfaceOf(task));
    await eventually('the address', async () => (await settled('web', task)).row.includes(address));
  });

  for (const [what, error] of [
    ['has no EC2', { name: 'InvalidAction', message: 'The action is not valid.', status: 400 }],
    ['does not accept the credentials for EC2', { name: 'AuthFailure', message: 'Not validated.', status: 401 }],
  ] as const) {
    it(`are left out where the server ${what}, which nothing else notices`, async () => {
      server.faults.add({ operation: 'ec2:*', kind: 'error', error });
      const [task = ''] = await tasksOf('web');
      await settled('web', task);
      await eventually('the question', () => asked() === 1);
      await eventually('the answer', async () => {
        const node = await tree.find('shop', 'web', task);
        return node instanceof TaskNode && node.publicAddress?.state === 'unknown';
      });
      const { row, tooltip, task: ofTask } = await settled('web', task);
      assert.match(row, /10\.0\.\d+\.\d+/);
      assert.doesNotMatch(row + tooltip + ofTask, /[Pp]ublic address/);
      assert.equal(asked(), 1);
      assert.equal(tree.connection.credentialProblem, undefined);
    });
  }
});
