import { type CommandId, commandIds } from '../../../src/manifest.ts';
import type { Command } from '../../../src/ui/common/command.ts';
import type { Workbench } from '../../../src/ui/common/workbench.ts';

export type Run = (workbench: Workbench, ...args: unknown[]) => Promise<void>;

/** A command by its id without `ecs.`, found as the product finds it. */
export async function commandNamed(name: string): Promise<Run> {
  const { commandTable } = await import('../../../src/ui/commandTable.ts');
  const id = commandIds.find((one) => one === `ecs.${name}`);
  if (!id) throw new Error(`There is no command ecs.${name}.`);
  const feature = (await commandTable[id]()) as Record<CommandId, Command>;
  return feature[id].run;
}
