import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { fetchClusters } from '../../../aws/read/clusters.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchServices } from '../../../aws/read/services.ts';
import type { LogScope } from '../../../logs/sources/logScope.ts';
import { pickLogGroup } from './logGroupPicker.ts';

interface Choice extends QuickPickItem {
  scope?: () => LogScope | Promise<LogScope>;
}

/** Asks whose logs: a cluster's, one of its services', or those of a log group picked by hand. */
export async function pickScope(connection: Connection): Promise<LogScope> {
  const clusters = fetchClusters(connection).then((found): Choice[] => [
    ...found.map(({ clusterName = '', clusterArn = '' }) => ({
      label: clusterName,
      iconId: 'server-environment',
      scope: () => pickService(connection, clusterName, clusterArn),
    })),
    { label: '', kind: QuickPickItemKind.Separator },
    { label: l10n.t('$(search) Log Group…'), scope: () => pickLogGroup(connection) },
  ]);
  return pick(clusters, l10n.t('Cluster'));
}

async function pickService(connection: Connection, clusterName: string, clusterArn: string): Promise<LogScope> {
  const services = fetchServices(connection, clusterArn).then((found): Choice[] => [
    {
      label: l10n.t('$(list-flat) All of {0}', clusterName),
      scope: () => ({ kind: 'cluster', clusterArn }),
    },
    ...found
      .sort((a, b) => (a.serviceName ?? '').localeCompare(b.serviceName ?? ''))
      .map(({ serviceName = '', serviceArn = '', runningCount = 0, desiredCount = 0 }): Choice => ({
        label: serviceName,
        description: `${runningCount}/${desiredCount}`,
        scope: () => ({ kind: 'service', clusterArn, serviceArn }),
      })),
  ]);
  return pick(services, l10n.t('Service'));
}

async function pick(items: Promise<Choice[]>, placeHolder: string): Promise<LogScope> {
  const picked = await window.showQuickPick(items, { title: l10n.t('Stream Logs'), placeHolder });
  if (!picked?.scope) throw new CancellationError();
  return picked.scope();
}
