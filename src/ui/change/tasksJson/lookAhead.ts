import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { fetchActiveCluster, fetchClusterArns } from '../../../aws/read/clusters.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import { assertMayChange } from '../../common/change/confirmChange.ts';
import { UserError } from '../../common/userError.ts';
import { createCluster } from '../../common/waysOut.ts';
import { assertEcsDeploys } from '../deployment/deploymentController.ts';
import type { TasksJsonTask } from './tasksJsonTask.ts';

/**
 * The service of a deployment. Throws what would keep the deployment from it: there is none, it is being deleted, another
 * tool deploys it, or its cluster is read-only.
 */
export async function deployableService(connection: Connection, { cluster, service }: TasksJsonTask): Promise<Service> {
  if (!cluster || !service) throw new UserError(l10n.t('The task names no cluster and service.'));
  await assertMayChange(connection, nameOfArn(cluster));
  const found = await fetchService(connection, cluster, service);
  const { serviceName = service, status = 'ACTIVE' } = found;
  if (status !== 'ACTIVE') {
    throw new UserError(l10n.t('Service {0} is {1}: nothing can be deployed to it.', serviceName, status));
  }
  assertEcsDeploys(found);
  return found;
}

/** Throws what would keep a task from running at all: the cluster is not there or read-only, or there is none to choose. */
export async function assertRunnable(connection: Connection, { cluster }: TasksJsonTask): Promise<void> {
  if (cluster) {
    await assertMayChange(connection, nameOfArn(cluster));
    if (await fetchActiveCluster(connection, cluster)) return;
    throw new UserError(l10n.t('Cluster {0} was not found.', nameOfArn(cluster)));
  }
  const clusters = await fetchClusterArns(connection);
  if (clusters.length === 0)
    throw new UserError(l10n.t('There is no cluster in {0}.', connection.region), createCluster());
}
