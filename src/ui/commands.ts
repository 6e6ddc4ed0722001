import { commands, type Disposable } from 'vscode';
import { type CommandId, commandIds, rowCommands } from '../manifest.ts';
import type { Command } from './common/command.ts';
import { setContextKey } from './common/contextKeys.ts';
import { findLostRow } from './common/lostRow.ts';
import { RowView } from './common/rowView.ts';
import type { Workbench } from './common/workbench.ts';

/** Every command and what loads it. One that is forgotten here, or in the table of its feature, is an error of types. */
export type CommandTable = { readonly [Id in CommandId]: () => Promise<Readonly<Record<Id, Command>>> };

/** Steps of the walkthrough that are done once a command has succeeded, which “onCommand” does not tell. */
const stepsDone: Partial<Record<CommandId, 'ecs.hasShipped' | 'ecs.hasReadLogs'>> = {
  'ecs.registerRevision': 'ecs.hasShipped',
  'ecs.deployFile': 'ecs.hasShipped',
  'ecs.deployToService': 'ecs.hasShipped',
  'ecs.streamLogs': 'ecs.hasReadLogs',
  'ecs.openLogs': 'ecs.hasReadLogs',
};

/** Registers all commands. This one wrapper owns their errors; cancelling is silent. */
export function registerCommands(workbench: Workbench, table: CommandTable): Disposable[] {
  return commandIds.map((id) =>
    commands.registerCommand(id, (...args: unknown[]) => runCommand(workbench, table, id, args)),
  );
}

async function runCommand(workbench: Workbench, table: CommandTable, id: CommandId, args: unknown[]): Promise<void> {
  const feature = (await table[id]()) as Record<CommandId, Command>;
  const command = feature[id];
  let given = args;
  try {
    if (isRowLost(id, args)) given = await findRow(workbench, id, args);
    await command.run(workbench, ...given);
    const step = stepsDone[id];
    if (step) setContextKey(step, true);
  } catch (error) {
    const { reportError, withEndTold } = await import('./common/reportError.ts');
    const [argument, ...rest] = given;
    const again = { command: id, argument, rest };
    reportError(workbench.log, command.failure(), withEndTold(error), { ...workbench.connections.wanted, again });
  }
}

/**
 * Whether it was called from the menu of a row that VS Code no longer knows: it was drawing the rows anew. From there it
 * hands over the row and the selected rows, or nothing in their place; from the palette it hands over nothing at all.
 */
function isRowLost(id: CommandId, args: readonly unknown[]): boolean {
  if (!(id in rowCommands) || args.length < 2) return false;
  const [row, selected] = args;
  return [row, ...(Array.isArray(selected) ? (selected as unknown[]) : [])].some(isNothing);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

async function findRow(workbench: Workbench, id: CommandId, [, selected]: readonly unknown[]): Promise<unknown[]> {
  const { view } = workbench.own(RowView);
  return findLostRow(view, id, Array.isArray(selected) ? selected.length : undefined);
}
