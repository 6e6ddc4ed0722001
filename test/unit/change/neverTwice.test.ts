import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { FaultKind } from '../../simulator/faults.ts';
import { stage } from '../../support/vscodeStandIn.ts';
import { commandNamed, type Run } from './commandNamed.ts';
import { type CommandStage, openStage, type Script } from './commandStage.ts';

interface Case {
  command: string;
  operation: string;
  script: Script;
}

const cases: readonly Case[] = [
  {
    command: 'scaleService',
    operation: 'UpdateService',
    script: [
      ['Tasks of checkout', '2'],
      ['Scale checkout', 'Scale'],
    ],
  },
  {
    command: 'forceNewDeployment',
    operation: 'UpdateService',
    script: [['Start all tasks', 'Force New Deployment']],
  },
  {
    command: 'deployToService',
    operation: 'UpdateService',
    script: [
      ['Revision of checkout-dev', 'checkout-dev:2'],
      ['Deploy checkout-dev:2', 'Deploy'],
    ],
  },
  {
    command: 'runTask',
    operation: 'RunTask',
    script: [
      ['Service whose network', 'checkout'],
      ['Overrides', 'As registered'],
      ['How many tasks', '1'],
      ['Run a task', 'Run Task'],
    ],
  },
];

/** Whatever happens to the connection after the service has acted, nothing is carried out a second time. */
describe('a change whose answer is lost', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  const services = () => [
    ...(shop.server.account.region('eu-west-1').ecs.clusters.get('shop-dev-cluster')?.tasks.values() ?? []),
  ];

  for (const { command, operation, script } of cases) {
    for (const kind of ['resetAfter', 'truncatedBody', 'malformedBody', 'resetBefore'] as FaultKind[]) {
      it(`${command} is carried out once after ${kind}`, async () => {
        const run = await commandNamed(command);
        const before = services().filter(({ data }) => !data.group?.startsWith('service:')).length;
        shop.server.faults.add({ operation: `ecs:${operation}`, kind, count: 1 });
        const changes = await shop.act((workbench) => run(workbench, shop.service('checkout')), script);
        const alone = services().filter(({ data }) => !data.group?.startsWith('service:')).length - before;
        if (operation === 'RunTask') {
          const tokens = new Set(changes.map(({ input }) => input['clientToken']));
          assert.equal(tokens.size, 1);
          assert.equal(alone, 1);
        } else {
          assert.deepEqual(
            changes.map((change) => change.operation),
            [operation],
          );
        }
      });
    }
  }

  const more: readonly { command: string; lost: string; script: Script; sent: readonly string[]; first?: Case }[] = [
    {
      command: 'deployImage',
      lost: 'RegisterTaskDefinition',
      script: [
        ['Tag of 123456789012', 'Another image…'],
        ['Image of checkout', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:3.9.9'],
        ['checkout-dev:3 → checkout-dev:4', 'Deploy'],
      ],
      sent: ['RegisterTaskDefinition', 'UpdateService'],
    },
    {
      command: 'disableExecuteCommand',
      lost: 'UpdateService',
      script: [['execute command for checkout', 'Disable']],
      sent: ['UpdateService'],
    },
    {
      command: 'pauseService',
      lost: 'TagResource',
      script: [['Pause checkout?', 'Pause']],
      sent: ['TagResource', 'UpdateService'],
    },
    {
      command: 'rollBack',
      lost: 'StopServiceDeployment',
      script: [['roll it back', 'Roll Back']],
      sent: ['StopServiceDeployment'],
      first: cases[2] ?? assert.fail(),
    },
    {
      command: 'stopTask',
      lost: 'StopTask',
      script: [
        ['Reason for stopping', ''],
        ['Stop task', 'Stop Task'],
      ],
      sent: ['StopTask'],
    },
  ];

  for (const { command, lost, script, sent, first } of more) {
    it(`${command} is carried out once although ${lost} got no answer`, async () => {
      const load = async (name: string): Promise<Run> => commandNamed(name);
      const service = shop.service('checkout');
      if (first) {
        const start = await load(first.command);
        await shop.act((workbench) => start(workbench, service), first.script);
      }
      const run = await load(command);
      shop.server.faults.add({
        operation: `ecs:${lost}`,
        kind: 'resetAfter',
        count: 1,
      });
      const [task] = services().filter(({ data }) => data.group === 'service:checkout');
      const { connection, clusterArn } = service.resource;
      const given =
        command === 'stopTask'
          ? { resource: { kind: 'task', connection, clusterArn, taskArn: task?.data.taskArn } }
          : service;
      const changes = await shop.act((workbench) => run(workbench, given), script);
      assert.deepEqual(
        changes.map(({ operation }) => operation),
        sent,
      );
    });
  }
});
