import type { Connection } from '../../aws/connection/connection.ts';
import type { Workbench } from '../common/workbench.ts';
import type { PendingDeployment } from './pendingDeployments.ts';

/** The open connection that reaches the deployment's account with the profile it was started with. */
export async function connectionOf(
  workbench: Workbench,
  { profile, region, account }: PendingDeployment,
): Promise<Connection | undefined> {
  for (const root of await workbench.connections.all()) {
    if (root.region !== '' && root.region !== region) continue;
    const connection = await root.open().catch(() => undefined);
    if (!connection || connection.profileLabel !== profile || connection.region !== region) continue;
    if ((await connection.identity()).account === account) return connection;
  }
  return undefined;
}
