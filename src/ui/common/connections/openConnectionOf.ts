import type { Connection } from '../../../aws/connection/connection.ts';
import type { Connections } from './connections.ts';

/** Where something was that VS Code has kept over a reload. */
interface KeptPlace {
  profile: string;
  region: string;
  account: string;
}

/** The open connection that reaches a kept account with the profile of then. */
export async function openConnectionOf(
  connections: Pick<Connections, 'all'>,
  { profile, region, account }: KeptPlace,
): Promise<Connection | undefined> {
  for (const root of await connections.all()) {
    if (root.region !== '' && root.region !== region) continue;
    const connection = await root.open().catch(() => undefined);
    if (!connection || connection.profileLabel !== profile || connection.region !== region) continue;
    if ((await connection.identity()).account === account) return connection;
  }
  return undefined;
}
