import { commands } from 'vscode';
import type { ContextKeys } from '../../manifest.ts';

/** Sets a context key that `when` clauses in package.json read. */
export function setContextKey<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  void commands.executeCommand('setContext', key, value);
}
