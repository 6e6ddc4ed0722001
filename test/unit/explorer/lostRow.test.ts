import { type CommandStage, openStage } from '../change/commandStage.ts';
import { commandNamed } from '../change/commandNamed.ts';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type CommandId, commandIds, rowCommands } from '../../../src/manifest.ts';
import type { CommandTable } from '../../../src/ui/commands.ts';
import type { Command } from '../../../src/ui/common/command.ts';
import { commands, EventEmitter, stage } from '../../support/vscodeStandIn.ts';

const lost = /VS Code was just drawing the rows anew and lost the one that was meant\. Choose the command again\./;

/** A command, and what it was called with after the workbench. */
interface Call {
  id: CommandId;
  args: unknown[];
}

describe('a command of a row that VS Code has lost', () => {
  let shop: CommandStage;
  let selection: unknown[];
  const calls: Call[] = [];
  const selected = new EventEmitter<{ selection: unknown[] }>();

  before(async () => {
    shop = await openStage();
    const { registerCommands } = await import('../../../src/ui/commands.ts');
    const { RowView } = await import('../../../src/ui/common/rowView.ts');
    const scale = await commandNamed('scaleService');
    const load = (id: CommandId) => async () => {
      const run: Command['run'] = async (workbench, ...args) => {
        calls.push({ id, args });
        if (id === 'ecs.scaleService') await scale(workbench, ...args);
      };
      return { [id]: { run, failure: () => 'It was not done.' } };
    };
    const table = Object.fromEntries(commandIds.map((id) => [id, load(id)]));
    registerCommands(shop.workbench, table as unknown as CommandTable);
    shop.workbench.own(RowView).view = {
      get selection() {
        return selection;
      },
      onDidChangeSelection: selected.event as never,
    };
  });
  beforeEach(() => {
    stage.clear();
    calls.length = 0;
    selection = [];
  });
  after(() => shop.close());

  /** As VS Code does from the menu of a row, of which it hands over nothing. */
  const lose = (id: CommandId, count?: number): Promise<unknown> =>
    commands.executeCommand(id, undefined, count === undefined ? undefined : Array.from({ length: count }));

  /** VS Code knows its row again after a few looks. */
  const returnFocus = (row: unknown, looks = 3): void => {
    let left = looks;
    stage.focusedRow = () => (left-- > 0 ? undefined : row);
  };

  const errors = (): string[] => stage.said.filter(({ kind }) => kind === 'error').map(({ text }) => text);

  const assertRefused = (): void => {
    assert.deepEqual([calls, stage.asked], [[], []]);
    assert.match(errors().join(), lost);
  };

  it('is not run, and says so, whichever it is', async () => {
    const ofRows = commandIds.filter((id) => id in rowCommands);
    await Promise.all(ofRows.map((id) => lose(id)));
    assertRefused();
    assert.equal(errors().length, ofRows.length);
  });

  it('goes on with the row when VS Code has drawn it', async () => {
    returnFocus(shop.service('storefront'));
    await lose('ecs.scaleService');
    assert.deepEqual(errors(), []);
    assert.match(stage.asked.map(({ text }) => text).join(), /^[^,]*Tasks of storefront[^,]*$/);
  });

  it('goes on where the drawing selects nothing, and then what was selected', async () => {
    const row = { ...shop.service('storefront'), rowId: '1 storefront' };
    selection = [row];
    let looks = 0;
    stage.focusedRow = () => {
      if (looks++ < 2) return undefined;
      selected.fire({ selection: [] });
      selected.fire({ selection: [{ ...row }] });
      return row;
    };
    await lose('ecs.scaleService');
    assert.deepEqual(errors(), []);
  });

  it('goes on with all rows that were selected, or with none', async () => {
    const rows = [shop.service('storefront'), shop.service('checkout')];
    returnFocus(rows[0]);
    await lose('ecs.copyName', 2);
    assertRefused();
    selection = rows;
    returnFocus(rows[0]);
    await lose('ecs.copyName', 2);
    assert.deepEqual(calls, [{ id: 'ecs.copyName', args: [rows[0], rows] }]);
  });

  it('is not run for the row on which somebody clicks meanwhile', async () => {
    let looks = 0;
    stage.focusedRow = () => {
      if (looks++ < 2) return undefined;
      const clicked = shop.service('checkout');
      selected.fire({ selection: [clicked] });
      return clicked;
    };
    await lose('ecs.scaleService');
    assertRefused();
  });

  it('is not run for the focused row where a button was pressed, which leaves the focus where it was', async () => {
    returnFocus(shop.service('checkout'), 0);
    await lose('ecs.streamLogs');
    assertRefused();
  });

  it('asks as ever from the palette, and where nothing but a row can be handed over', async () => {
    await commands.executeCommand('ecs.scaleService');
    await commands.executeCommand('ecs.scaleService', undefined);
    assert.deepEqual(errors(), []);
    assert.equal(stage.asked.filter(({ text }) => text.endsWith(': Cluster')).length, 2);
  });
});
