import { serviceNameOf } from '../../../ecs/task/serviceNameOf.ts';
import { l10n } from 'vscode';
import type { Cluster } from '@aws-sdk/client-ecs';
import { deleteCluster } from '../../../aws/change/cluster.ts';
import { fetchActiveCluster } from '../../../aws/read/clusters.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchServices } from '../../../aws/read/services.ts';
import { fetchTasks } from '../../../aws/read/tasks.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import { instancesText, tasksText } from '../../common/countText.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { carryOut } from '../../common/change/carryOut.ts';
import { confirmDeletion } from '../../common/change/confirmDeletion.ts';
import { showInformation } from '../../common/messages.ts';
import { showRows } from '../../common/waysOut.ts';

export const failure = (): string => l10n.t('The cluster was not deleted.');

/** Deletes an empty cluster, after its name was typed. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const [resource] = chosenResources(node, undefined);
  if (resource?.kind !== 'cluster') throw new UserError(l10n.t('Choose a cluster of the ECS view first.'), showRows());
  const { connection, clusterArn } = resource;
  const name = nameOfArn(clusterArn);
  const cluster = await fetchActiveCluster(connection, clusterArn);
  if (!cluster) throw new UserError(l10n.t('ECS no longer knows cluster {0}.', name));
  const first = await whatGoesFirst(connection, cluster);
  if (first.length > 0) throw new UserError(l10n.t('Cluster {0} is not empty. First {1}.', name, first.join(', ')));
  const consent = await confirmDeletion(name, {
    connection,
    operation: 'DeleteCluster',
    question: l10n.t('Delete cluster {0}?', name),
    resource: l10n.t('cluster {0}', name),
    cluster: name,
    changes: [l10n.t('It holds no service, task or container instance.')],
    action: l10n.t('Delete…'),
  });
  await carryOut(connection, l10n.t('Deleting {0}', name), (session, signal) =>
    deleteCluster(session, clusterArn, consent, signal),
  );
  workbench.refreshRequests.fire({ row: node, gone: true });
  void showInformation(l10n.t('Cluster {0} was deleted.', name));
}

/** Names that are told; of the others, how many there are. */
const most = 5;

/** What a person has to do before ECS deletes the cluster, in the order in which it works; nothing where it is empty. */
async function whatGoesFirst(connection: Connection, cluster: Cluster): Promise<string[]> {
  const { clusterArn = '', activeServicesCount = 0, registeredContainerInstancesCount: instances = 0 } = cluster;
  const { runningTasksCount = 0, pendingTasksCount = 0 } = cluster;
  const tasks = runningTasksCount + pendingTasksCount;
  const [services, listed] = await Promise.all([
    activeServicesCount > 0 ? fetchServices(connection, clusterArn) : [],
    tasks > 0 ? fetchTasks(connection, { cluster: clusterArn }) : [],
  ]);
  const names = services.map(({ serviceName = '' }) => serviceName).toSorted();
  const own = listed.filter((task) => serviceNameOf(task) === undefined);
  // Those of services go with them; what else is counted is on its way out.
  const isEnding = activeServicesCount === 0 && tasks > own.length;
  return [
    ...(activeServicesCount > 0 ? [l10n.t('delete {0}', servicesNamed(names, activeServicesCount))] : []),
    ...(own.length > 0 ? [l10n.t('stop {0}', tasksText(own.length))] : []),
    ...(isEnding ? [endingText(tasks - own.length)] : []),
    ...(instances > 0 ? [l10n.t('deregister {0}', instancesText(instances))] : []),
  ];
}

function endingText(tasks: number): string {
  return tasks === 1 ? l10n.t('wait until 1 task has ended') : l10n.t('wait until {0} tasks have ended', tasks);
}

function servicesNamed(names: readonly string[], count: number): string {
  const shown = names.slice(0, most);
  const left = count - shown.length;
  const told = left > 0 ? [...shown, l10n.t('{0} more', left)] : shown;
  return count === 1 ? l10n.t('its service {0}', told.join(', ')) : l10n.t('its services {0}', told.join(', '));
}
