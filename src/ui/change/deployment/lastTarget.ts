import type { Service } from '@aws-sdk/client-ecs';
import type { Memento } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { findService } from '../../../aws/read/services.ts';
import type { Workbench } from '../../common/workbench.ts';

/** A service that a revision was deployed to. */
interface LastTarget {
  clusterArn: string;
  serviceArn: string;
}

const key = 'lastDeployTargets';

/** Families that are remembered; the one that was used longest ago is forgotten first. */
const most = 50;

/**
 * The service that a revision of the same family was deployed to last, in the same account and Region. Undefined where
 * there is none any more, or none that can be read.
 */
export async function fetchLastTarget(
  { extension }: Workbench,
  connection: Connection,
  taskDefinitionArn: string,
): Promise<Service | undefined> {
  const last = remembered(extension.workspaceState)[familyArn(taskDefinitionArn)];
  if (!last) return undefined;
  const found = await findService(connection, last.clusterArn, last.serviceArn).catch(() => undefined);
  return found?.status === 'ACTIVE' ? found : undefined;
}

/** Remembers where a revision went. */
export async function rememberTarget(
  { extension: { workspaceState } }: Workbench,
  taskDefinitionArn: string,
  { clusterArn, serviceArn }: LastTarget,
): Promise<void> {
  const family = familyArn(taskDefinitionArn);
  const others = Object.entries(remembered(workspaceState)).filter(([known]) => known !== family);
  const kept = [...others.slice(1 - most), [family, { clusterArn, serviceArn }] as const];
  await workspaceState.update(key, Object.fromEntries(kept));
}

function remembered(memory: Memento): Record<string, LastTarget> {
  return memory.get<Record<string, LastTarget>>(key, {});
}

/** The ARN of a revision without its number, which holds account and Region. */
function familyArn(taskDefinitionArn: string): string {
  return taskDefinitionArn.replace(/:\d+$/, '');
}
