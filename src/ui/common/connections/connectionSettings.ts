import { workspace } from 'vscode';
import type { GuardRules, Protection } from '../../../aws/connection/productionGuard.ts';
import { type ConnectionChoice, toChoice } from './connectionChoice.ts';
import { getSetting } from '../settings.ts';

/** Connections that the person keeps at hand, in their order. */
export function pinnedChoices(): ConnectionChoice[] {
  const pinned: unknown = getSetting('ecs.connections');
  if (!Array.isArray(pinned)) return [];
  return pinned.map(toChoice).filter((choice) => choice !== undefined);
}

/** The connection that the person chose, else the first that is pinned, else what the environment says. */
export function activeChoice(): ConnectionChoice {
  const profile = getSetting('ecs.profile');
  const region = getSetting('ecs.region');
  const named = profile || process.env['AWS_PROFILE'] || process.env['AWS_DEFAULT_PROFILE'];
  const first = named || region ? undefined : pinnedChoices()[0];
  return first ?? { profile, region };
}

/** File patterns with the connection that their files belong to; undefined where the setting names none. */
export function fileConnections(): (readonly [pattern: string, choice: ConnectionChoice | undefined])[] {
  return Object.entries(getSetting('ecs.fileConnections')).map(([pattern, value]) => [pattern, toChoice(value)]);
}

/**
 * The production guard: what the person's own settings say, made stricter by what the workspace says. A workspace can
 * never take a protection away.
 */
export function guardRules(): GuardRules {
  const inspected = workspace.getConfiguration().inspect<GuardRules>('ecs.productionGuard');
  const rules: Record<string, Protection> = { ...inspected?.globalValue };
  for (const level of [inspected?.workspaceValue, inspected?.workspaceFolderValue]) {
    for (const [pattern, protection] of Object.entries(workspace.isTrusted ? (level ?? {}) : {})) {
      if (protection === 'read-only' || (protection === 'confirm' && rules[pattern] !== 'read-only')) {
        rules[pattern] = protection;
      }
    }
  }
  return rules;
}
