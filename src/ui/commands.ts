import { commands, type Disposable } from 'vscode';
import type { CommandId } from '../manifest.ts';
import type { Workbench } from './common/workbench.ts';

/** A module with one command: loaded when the command is first run. */
interface CommandModule {
  readonly run: (workbench: Workbench, ...args: unknown[]) => Promise<void>;
  /** The sentence that begins the error message, e.g. “The revision was not registered.” */
  readonly failure: () => string;
}

/** Every command and the module that it loads; the type makes a forgotten one an error. */
export type CommandTable = Readonly<Record<CommandId, () => Promise<CommandModule>>>;

/** Registers all commands. This one wrapper owns their errors; cancelling is silent. */
export function registerCommands(workbench: Workbench, table: CommandTable): Disposable[] {
  return Object.entries(table).map(([id, load]) =>
    commands.registerCommand(id, async (...args: unknown[]) => runCommand(workbench, load, args)),
  );
}

async function runCommand(workbench: Workbench, load: () => Promise<CommandModule>, args: unknown[]): Promise<void> {
  const command = await load();
  try {
    await command.run(workbench, ...args);
  } catch (error) {
    const { reportError } = await import('./common/reportError.ts');
    reportError(workbench.log, command.failure(), error, workbench.connections.wanted);
  }
}
