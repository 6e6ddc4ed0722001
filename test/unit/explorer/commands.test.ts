import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Command } from '../../../src/ui/common/command.ts';
import type { Workbench } from '../../../src/ui/common/workbench.ts';
import { readChoices } from '../../../src/ui/explorer/nodes/treeOptions.ts';
import { stage } from '../../support/vscodeStandIn.ts';
import { memory } from '../../support/openTree.ts';

const account = 'arn:aws:ecs:eu-west-3:111122223333';
const clusterArn = `${account}:cluster/shop`;
const connection = { spec: { profile: "o'brien", region: 'eu-west-3' } };
const serviceRow = (name: string) => ({
  resource: { kind: 'service', connection, clusterArn, serviceArn: `${account}:service/shop/${name}` },
});
const family = { resource: { kind: 'family', connection, family: 'web' } };

describe('commands of rows', () => {
  let state: ReturnType<typeof memory>;

  beforeEach(() => {
    stage.clear();
    state = memory();
  });

  const run = async (name: string, ...args: unknown[]): Promise<void> => {
    const copy = await import('../../../src/ui/explorer/commands/copy.ts');
    const filterSortGroup = await import('../../../src/ui/explorer/commands/filterSortGroup.ts');
    const commands: Readonly<Record<string, Command>> = { ...copy, ...filterSortGroup };
    const { Workbench } = await import('../../../src/ui/common/workbench.ts');
    const extension = { subscriptions: [], workspaceState: state };
    const workbench: Workbench = new Workbench(extension as never, {} as never, {} as never);
    await (commands[name] ?? assert.fail(name)).run(workbench, ...args);
  };

  it('copy a line for each selected row, and say so', async () => {
    const selected = [serviceRow('web'), serviceRow('api')];
    await run('copyName', selected[0], selected);
    await run('copyArn', selected[0], selected);
    await run('copyArn', selected[1]);
    assert.deepEqual(stage.output, [
      'web\napi',
      `${account}:service/shop/web\n${account}:service/shop/api`,
      `${account}:service/shop/api`,
    ]);
    assert.deepEqual(
      stage.said.map(({ text }) => text),
      ['2 lines copied', '2 lines copied', 'Copied'],
    );
  });

  it('copy what the AWS CLI shows a row with', async () => {
    await run('copyCliCommand', serviceRow('web'));
    const words = `aws ecs describe-services --cluster shop --services web --region eu-west-3 --profile "o'brien"`;
    assert.deepEqual(stage.output, [words]);
  });

  it('say that a row has nothing to copy', async () => {
    await assert.rejects(run('copyArn', family), /nothing to copy/);
    assert.deepEqual(stage.output, []);
  });

  it('keep what a person chooses to see', async () => {
    const { favourites, ...others } = readChoices(state);
    assert.deepEqual(favourites, []);
    stage.answer = ({ choices }) => choices.find((one) => one === 'By last deployment, newest first');
    await run('sortServices');
    stage.answer = ({ choices }) => choices.find((one) => one === 'Never');
    await run('groupServices');
    await run('showTroubledOnly');
    await run('addFavourite', serviceRow('web'), [serviceRow('web'), serviceRow('api'), family]);
    await run('removeFavourite', serviceRow('web'));
    assert.deepEqual(readChoices(state), {
      ...others,
      sort: 'newest',
      grouping: 'off',
      troubledOnly: true,
      favourites: [serviceRow('api').resource.serviceArn],
    });
    const narrowed = (): unknown[] | undefined =>
      stage.executed.findLast(({ args }) => args[0] === 'ecs.explorer.narrowed')?.args;
    assert.deepEqual(narrowed(), ['ecs.explorer.narrowed', true]);
    await run('clearFilter');
    assert.equal(readChoices(state).troubledOnly, false);
    assert.deepEqual(narrowed(), ['ecs.explorer.narrowed', false]);
  });

  it('leave everything as it was when the question is left', async () => {
    const before = readChoices(state);
    for (const name of ['sortServices', 'groupServices']) {
      await assert.rejects(run(name), (error: Error) => error.constructor.name === 'CancellationError');
    }
    assert.deepEqual(readChoices(state), before);
  });
});
