import { commands, type Disposable } from 'vscode';
import { type CommandId, commandIds } from '../manifest.ts';
import type { Command } from './common/command.ts';
import type { Workbench } from './common/workbench.ts';

/** Every command and what loads it. One that is forgotten here, or in the table of its feature, is an error of types. */
export type CommandTable = { readonly [Id in CommandId]: () => Promise<Readonly<Record<Id, Command>>> };

/** Registers all commands. This one wrapper owns their errors; cancelling is silent. */
export function registerCommands(workbench: Workbench, table: CommandTable): Disposable[] {
  return commandIds.map((id) =>
    commands.registerCommand(id, (...args: unknown[]) => runCommand(workbench, table, id, args)),
  );
}

async function runCommand(workbench: Workbench, table: CommandTable, id: CommandId, args: unknown[]): Promise<void> {
  const feature = (await table[id]()) as Record<CommandId, Command>;
  const command = feature[id];
  try {
    await command.run(workbench, ...args);
  } catch (error) {
    const [{ reportError }, { withEndTold }] = await Promise.all([
      import('./common/reportError.ts'),
      import('../aws/errors.ts'),
    ]);
    reportError(workbench.log, command.failure(), withEndTold(error), workbench.connections.wanted);
  }
}
