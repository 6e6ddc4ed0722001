import type { Connection } from '../aws/connection/connection.ts';
import type { Facts } from '../ecs/diagnosis/facts.ts';
import { parseDocument } from '../taskdef/document/document.ts';
import { readTask } from '../taskdef/document/task.ts';
import { isWrong, remember } from '../verify/accountFinding.ts';
import { verifyPermissions } from '../verify/verifyPermissions.ts';
import { readDefinition } from './readDefinition.ts';

/** What the roles of the task definition lack of what it needs. */
export async function readRoles(
  connection: Connection,
  facts: Facts,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const definition = await readDefinition(connection, facts, signal);
  if (!definition) return undefined;
  const task = readTask(parseDocument(JSON.stringify(definition), { kind: 'taskDefinition' }));
  const findings = await verifyPermissions(connection, task, { exec: undefined }, { signal, once: remember() });
  return findings.filter(isWrong).map(({ message }) => message);
}
