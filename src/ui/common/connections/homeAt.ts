import { setTimeout as delay } from 'node:timers/promises';
import type { Uri } from 'vscode';
import type { Home } from '../../../taskdef/document/home.ts';
import type { Connections } from './connections.ts';

/** Milliseconds for which somebody who types may be kept waiting. */
const patience = 250;

/** Where the connection leads that a file goes with, as far as that is known at once: nothing is asked of AWS or the person. */
export async function homeAt(connections: Connections, uri: Uri): Promise<Home> {
  const connection = await Promise.race([
    connections.forUri(uri).catch(() => undefined),
    delay(patience, undefined, { ref: false }),
  ]);
  return { region: connection?.region, account: connection?.account };
}
