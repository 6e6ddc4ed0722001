import { l10n } from 'vscode';
import { createCluster } from '../../../aws/change/cluster.ts';
import { fetchActiveCluster } from '../../../aws/read/clusters.ts';
import { carryOut } from '../../common/change/carryOut.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import { connectionOfRow } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { askInput } from '../../common/pick/pickOne.ts';
import { showInformation } from '../../common/messages.ts';

export const failure = (): string => l10n.t('The cluster was not created.');

/** Creates a cluster with the Fargate capacity providers, below the given connection or the active one. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const connection = connectionOfRow(node) ?? (await workbench.connections.active());
  const name = await askName();
  if (await fetchActiveCluster(connection, name)) {
    throw new UserError(l10n.t('There is already a cluster {0} in {1}.', name, connection.region));
  }
  const consent = await confirmChange({
    connection,
    operation: 'CreateCluster',
    question: l10n.t('Create cluster {0}?', name),
    resource: l10n.t('cluster {0}', name),
    cluster: name,
    changes: [l10n.t('Capacity providers FARGATE and FARGATE_SPOT; a cluster alone costs nothing.')],
    action: l10n.t('Create'),
  });
  await carryOut(connection, l10n.t('Creating {0}', name), (session, signal) =>
    createCluster(session, name, consent, signal),
  );
  workbench.refreshRequests.fire({ row: node });
  void showInformation(l10n.t('Cluster {0} was created.', name));
}

async function askName(): Promise<string> {
  const name = await askInput({
    title: l10n.t('Create Cluster'),
    prompt: l10n.t('Name of the cluster'),
    placeHolder: l10n.t('Such as shop-dev-cluster: application and environment'),
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^[A-Za-z0-9_-]{1,255}$/.test(text.trim())
        ? undefined
        : l10n.t('Up to 255 letters, digits, hyphens and underscores.'),
  });
  return name.trim();
}
