import { l10n } from 'vscode';
import { deleteCluster } from '../../../aws/change/cluster.ts';
import { fetchActiveCluster } from '../../../aws/read/clusters.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import { instancesText, servicesText, tasksText } from '../../common/countText.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { carryOut } from '../../common/change/carryOut.ts';
import { confirmDeletion } from '../../common/change/confirmDeletion.ts';
import { showInformation } from '../../common/messages.ts';

export const failure = (): string => l10n.t('The cluster was not deleted.');

/** Deletes an empty cluster, after its name was typed. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const [resource] = chosenResources(node, undefined);
  if (resource?.kind !== 'cluster') throw new UserError(l10n.t('Choose a cluster of the ECS view first.'));
  const { connection, clusterArn } = resource;
  const name = nameOfArn(clusterArn);
  const cluster = await fetchActiveCluster(connection, clusterArn);
  if (!cluster) throw new UserError(l10n.t('ECS no longer knows cluster {0}.', name));
  const { activeServicesCount: services = 0, registeredContainerInstancesCount: instances = 0 } = cluster;
  const tasks = (cluster.runningTasksCount ?? 0) + (cluster.pendingTasksCount ?? 0);
  if (services + instances + tasks > 0) {
    const left = [
      ...(services > 0 ? [servicesText(services)] : []),
      ...(tasks > 0 ? [tasksText(tasks)] : []),
      ...(instances > 0 ? [instancesText(instances)] : []),
    ];
    throw new UserError(l10n.t('Cluster {0} still has {1}: they have to go first.', name, left.join(', ')));
  }
  const consent = await confirmDeletion(name, {
    connection,
    operation: 'DeleteCluster',
    question: l10n.t('Delete cluster {0}?', name),
    resource: l10n.t('cluster {0}', name),
    cluster: name,
    changes: [l10n.t('It holds no service, task or container instance.')],
    action: l10n.t('Delete'),
  });
  await carryOut(connection, l10n.t('Deleting {0}', name), (session, signal) =>
    deleteCluster(session, clusterArn, consent, signal),
  );
  workbench.refreshRequests.fire({ row: node, gone: true });
  void showInformation(l10n.t('Cluster {0} was deleted.', name));
}
