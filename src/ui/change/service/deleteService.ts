import { l10n } from 'vscode';
import { deleteService } from '../../../aws/change/service.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import { changeAsSeen } from '../../common/change/changeAsSeen.ts';
import { KeptConnections } from '../../common/connections/keptConnections.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { confirmDeletion } from '../../common/change/confirmDeletion.ts';
import { showInformation } from '../../common/messages.ts';
import { showRows } from '../../common/waysOut.ts';
import { followDraining } from './followDraining.ts';

export const failure = (): string => l10n.t('The service was not deleted.');

/** Deletes a service and stops its tasks, after its name was typed. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const [resource] = chosenResources(node, undefined);
  if (resource?.kind !== 'service') throw new UserError(l10n.t('Choose a service of the ECS view first.'), showRows());
  const { connection, clusterArn, serviceArn } = resource;
  const service = await fetchService(connection, clusterArn, serviceArn);
  const name = service.serviceName ?? nameOfArn(serviceArn);
  const cluster = nameOfArn(clusterArn);
  let kept = connection;
  const isDeleted = await changeAsSeen(resource, service, {
    title: l10n.t('Deleting {0}', name),
    ask: (seen, between) =>
      confirmDeletion(name, {
        connection,
        operation: 'DeleteService',
        question: l10n.t('Delete service {0}?', name),
        resource: l10n.t('service {0}/{1}', cluster, name),
        cluster,
        changes: [
          stoppedText((seen.runningCount ?? 0) + (seen.pendingCount ?? 0)),
          l10n.t('Task definitions, target groups and logs stay.'),
        ],
        between,
        action: l10n.t('Delete…'),
      }),
    send: async (session, seen, consent, signal) => {
      kept = await workbench.own(KeptConnections).of(session);
      await deleteService(session, { ...seen, clusterArn, serviceArn }, consent, signal);
      return true;
    },
  });
  if (!isDeleted) return;
  workbench.refreshRequests.fire({ row: node, gone: true });
  void showInformation(l10n.t('Service {0} is being deleted: its tasks are draining.', name));
  const isGone = followDraining(workbench, { connection: kept, clusterArn, serviceArn, serviceName: name });
  void isGone.then(() => workbench.refreshRequests.fire({ row: node, gone: true }));
}

function stoppedText(tasks: number): string {
  if (tasks === 0) return l10n.t('It runs no task.');
  return tasks === 1 ? l10n.t('Its task is stopped.') : l10n.t('Its {0} tasks are stopped.', tasks);
}
