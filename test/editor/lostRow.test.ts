import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { commands, env } from 'vscode';
import type { SimulatedAccount } from '../simulator/simulatedAccount.ts';
import { eventually } from '../support/eventually.ts';
import { useSimulatedAws } from './support/simulatedAws.ts';

/** What a menu hands over for a row that is not among those that VS Code knows: it draws the rows anew. */
const gone = { $treeViewId: 'ecs.explorer', $treeItemHandle: '1/gone' };

/** Calls a command as the menu of that row does, over the window. */
const chooseOfGoneRow = (command: string): Thenable<unknown> =>
  commands.executeCommand('runCommands', { commands: [{ command, args: [gone, null] }] });

describe('the menu of a row that VS Code has lost', () => {
  let aws: SimulatedAccount;

  before(async () => {
    aws = await useSimulatedAws();
    await commands.executeCommand('ecs.explorer.focus');
    await commands.executeCommand('ecs.refresh');
    await eventually('a question for clusters', () => aws.ledger.count('ecs:ListClusters') > 0);
  });

  it('leads to the row on which it was opened', async () => {
    await env.clipboard.writeText('');
    let copied = '';
    await eventually(
      () => `the name of a cluster (“${copied}” was copied)`,
      async () => {
        // What the suites before opened may come late, and take the focus; and a root may stand closed.
        for (const step of [
          'ecs.explorer.focus',
          'list.focusFirst',
          'list.expand',
          'list.focusFirst',
          'list.focusDown',
        ])
          await commands.executeCommand(step);
        await chooseOfGoneRow('ecs.copyName');
        copied = await env.clipboard.readText();
        return copied === 'shop-dev-cluster';
      },
    );
  });

  it('asks nothing where the row is not certain', async () => {
    const mark = aws.ledger.mark();
    await chooseOfGoneRow('ecs.streamLogs');
    assert.equal(aws.ledger.count('ecs:ListClusters', mark), 0);
  });
});
