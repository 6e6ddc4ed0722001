import type { Connection } from '../connection/connection.ts';
import type { Consent } from '../connection/gate.ts';
import { changeOrReadBack } from './readBack.ts';
import { fetchServicesByName } from '../read/services.ts';

/** Deletes a service with its tasks, whatever its desired count is. */
export async function deleteService(
  connection: Connection,
  service: { clusterArn: string; serviceArn: string },
  consent: Consent,
): Promise<void> {
  const { clusterArn: cluster, serviceArn } = service;
  await changeOrReadBack(
    {
      operation: 'ecs:DeleteService',
      send: async () => {
        await connection.change('ecs', 'DeleteService', { cluster, service: serviceArn, force: true }, consent);
        return true;
      },
      findResult: async () => {
        const [found] = await fetchServicesByName(connection, cluster, [serviceArn]);
        // One that is there but cannot be read is not gone.
        return found && (found.status ?? 'ACTIVE') === 'ACTIVE' ? undefined : true;
      },
    },
    connection.timer,
  );
}
