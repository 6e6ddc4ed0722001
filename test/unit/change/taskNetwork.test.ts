import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Workbench } from '../../../src/ui/common/workbench.ts';
import { Ec2State } from '../../simulator/ec2/ec2State.ts';
import { SHOP_REGION } from '../../simulator/seed/shop.ts';
import { stage } from '../../support/vscodeStandIn.ts';
import { assertCancellable, type CommandStage, openStage, type Script } from './commandStage.ts';

describe('the network of a task that is run', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  const runTask = async (script: Script) => {
    const { run } = await import('../../../src/ui/change/task/runTask.ts');
    const act = (workbench: Workbench) => run(workbench, shop.service('checkout'));
    await assertCancellable(shop, act, script);
    return shop.act(act, script);
  };

  it('is of subnets and security groups that are chosen from the account', async () => {
    const ec2 = Ec2State.of(shop.server.account.region(SHOP_REGION));
    const subnets = ec2.subnets.map(({ subnetId }) => subnetId).sort();
    const groups = ec2.securityGroups.sort((a, b) => (a.groupName < b.groupName ? -1 : 1));
    const changes = await runTask([
      ['Service whose network', 'Subnets of the account…'],
      ['Subnets', subnets.join(', ')],
      ['Security groups', groups.map(({ groupName }) => groupName).join(', ')],
      ['Public IP', 'Without a public IP'],
      ['Overrides', 'As registered'],
      ['How many tasks', '1'],
      ['Public IP: DISABLED', 'Run Task'],
    ]);
    assert.deepEqual(changes[0]?.input['networkConfiguration'], {
      awsvpcConfiguration: {
        subnets,
        securityGroups: groups.map(({ groupId }) => groupId),
        assignPublicIp: 'DISABLED',
      },
    });
  });

  it('is typed by its ids, and it is said why, where the account may not be asked for its networks', async () => {
    shop.server.faults.add({ operation: 'ec2:DescribeSubnets', kind: 'accessDenied' });
    const changes = await runTask([
      ['Service whose network', 'Subnets of the account…'],
      ['ec2:DescribeSubnets is missing', 'subnet-0a1b2c3d'],
      ['Public IP', 'Without a public IP'],
      ['Overrides', 'As registered'],
      ['How many tasks', '1'],
      ['Public IP: DISABLED', 'Run Task'],
    ]);
    const input = changes[0]?.input['networkConfiguration'];
    assert.deepEqual(input, { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d'], assignPublicIp: 'DISABLED' } });
  });

  it('is typed as one line of ids', async () => {
    const changes = await runTask([
      ['Service whose network', 'Other subnets…'],
      ['Ids such as', 'subnet-0a1b2c3d, subnet-1a1b2c3d sg-0a1b2c3d'],
      ['Public IP', 'With a public IP'],
      ['Overrides', 'As registered'],
      ['How many tasks', '1'],
      ['Public IP: ENABLED', 'Run Task'],
    ]);
    assert.deepEqual(changes[0]?.input['networkConfiguration'], {
      awsvpcConfiguration: {
        subnets: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'],
        securityGroups: ['sg-0a1b2c3d'],
        assignPublicIp: 'ENABLED',
      },
    });
  });
});
