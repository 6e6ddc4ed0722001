import type { Service } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { fetchClusters } from '../../../aws/read/clusters.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchServices } from '../../../aws/read/services.ts';
import { familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { serviceStatus } from '../../../ecs/service/serviceStatus.ts';
import { servicesText } from '../countText.ts';
import type { ServiceResource } from '../resource.ts';
import { UserError } from '../userError.ts';
import { createCluster } from '../waysOut.ts';
import { visibleItems } from './visibleItems.ts';

/** An item of a pick, and what choosing it means; one without a value cannot be chosen, such as a separator. */
export interface Choice<T> extends QuickPickItem {
  value?: T;
}

/** Asks for a cluster, then for one of its services. */
export async function pickService(connection: Connection, title: string): Promise<ServiceResource> {
  const clusterArn = await pickCluster(connection, title);
  const { serviceArn = '' } = await pickServiceOf(connection, clusterArn, title);
  return { kind: 'service', connection, clusterArn, serviceArn };
}

/** Asks for a cluster, by its ARN, or for what else can be chosen in its place. Throws a UserError where there is none. */
export async function pickCluster<T extends string = never>(
  connection: Connection,
  title: string,
  others: readonly Choice<T>[] = [],
): Promise<string | T> {
  const items = fetchClusters(connection).then((clusters): Choice<string | T>[] => {
    if (clusters.length === 0 && others.length === 0) {
      throw new UserError(l10n.t('There is no cluster in {0}.', connection.region), createCluster());
    }
    return [
      ...clusters.map((cluster) => ({
        label: cluster.clusterName ?? '',
        description: servicesText(cluster.activeServicesCount ?? 0),
        value: cluster.clusterArn ?? '',
      })),
      ...(others.length > 0 ? [{ label: '', kind: QuickPickItemKind.Separator }, ...others] : []),
    ];
  });
  return pick(items, title, l10n.t('Cluster'));
}

/** Asks for one of a cluster's services, or for what else can be chosen, which stands first. */
export async function pickServiceOf<T extends string = never>(
  connection: Connection,
  clusterArn: string,
  title: string,
  others: readonly Choice<T>[] = [],
): Promise<Service | T> {
  const items = fetchServices(connection, clusterArn).then((services): Choice<Service | T>[] => [
    ...others,
    ...[...services].sort((a, b) => (a.serviceName ?? '').localeCompare(b.serviceName ?? '')).map(serviceItem),
  ]);
  return pick(items, title, l10n.t('Service'));
}

/** The list opens at once and fills when the answer is there; a failure ends the pick with the error. */
async function pick<T>(items: Promise<Choice<T>[]>, title: string, placeHolder: string): Promise<T> {
  const shown: Promise<Choice<T>[]> = items.then(visibleItems);
  const picked = await window.showQuickPick<Choice<T>>(shown, { title, placeHolder, matchOnDescription: true });
  if (picked?.value === undefined) throw new CancellationError();
  return picked.value;
}

/** A service as every list shows it. */
export function serviceItem(service: Service): Choice<Service> {
  const { running, desired } = serviceStatus(service);
  const description = [familyRevision(service.taskDefinition ?? ''), `${running}/${desired}`]
    .filter(Boolean)
    .join(' · ');
  return { label: service.serviceName ?? nameOfArn(service.serviceArn ?? ''), description, value: service };
}
