import type { ConnectionChoice, ConnectionRoot } from '../common/connections/connectionChoice.ts';
import type { Workbench } from '../common/workbench.ts';
import { updateSetting } from '../common/settings.ts';

/** Makes a profile in a Region the active connection of the window, in one step for all who look at it. */
export async function makeChoiceActive(
  { connections }: Pick<Workbench, 'connections'>,
  { profile, region }: ConnectionChoice,
): Promise<void> {
  await connections.turn(async () => {
    await updateSetting('ecs.region', region || undefined);
    await updateSetting('ecs.profile', profile || undefined);
  });
}

/** The connection of a row of the tree; undefined when the command came from the palette. */
export function rootOf(argument: unknown): ConnectionRoot | undefined {
  if (typeof argument !== 'object' || argument === null || !('root' in argument)) return undefined;
  return argument.root as ConnectionRoot;
}
