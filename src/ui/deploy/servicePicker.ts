import type { Service } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { fetchClusters } from '../../aws/clusters.ts';
import type { Connection } from '../../aws/connection.ts';
import { fetchServices } from '../../aws/services.ts';
import { familyOf, familyRevision } from '../../ecs/arn.ts';
import { serviceStatus } from '../../ecs/serviceStatus.ts';
import type { ServiceTarget } from '../platform/targets.ts';

interface Choice<T> extends QuickPickItem {
  value?: T;
}

/** Asks for a cluster, then for one of its services; those that run `family` come first. */
export async function pickService(connection: Connection, title: string, family?: string): Promise<ServiceTarget> {
  const clusterArn = await pickCluster(connection, title);
  const items = fetchServices(connection, clusterArn).then((services) => serviceItems(services, family));
  const picked = await pick(items, title, l10n.t('Service'));
  return { kind: 'service', connection, clusterArn, serviceArn: picked.serviceArn ?? '' };
}

/** Asks for a cluster. */
export async function pickCluster(connection: Connection, title: string): Promise<string> {
  const items = fetchClusters(connection).then((clusters) =>
    clusters.map((cluster) => ({
      label: cluster.clusterName ?? '',
      description: l10n.t('{0} services', cluster.activeServicesCount ?? 0),
      value: cluster.clusterArn ?? '',
    })),
  );
  return pick(items, title, l10n.t('Cluster'));
}

/** The list opens at once and fills when the answer is there; a failure ends the pick with the error. */
async function pick<T>(items: Promise<Choice<T>[]>, title: string, placeHolder: string): Promise<T> {
  const picked = await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  if (picked?.value === undefined) throw new CancellationError();
  return picked.value;
}

function serviceItems(services: Service[], family: string | undefined): Choice<Service>[] {
  const sorted = [...services].sort((a, b) => (a.serviceName ?? '').localeCompare(b.serviceName ?? ''));
  const uses = (service: Service): boolean => familyOf(service.taskDefinition ?? '') === family;
  const same = family === undefined ? [] : sorted.filter(uses);
  const others = family === undefined ? sorted : sorted.filter((service) => !uses(service));
  if (same.length === 0) return others.map(serviceItem);
  return [
    { label: l10n.t('Running {0}', family ?? ''), kind: QuickPickItemKind.Separator },
    ...same.map(serviceItem),
    { label: l10n.t('Others'), kind: QuickPickItemKind.Separator },
    ...others.map(serviceItem),
  ];
}

function serviceItem(service: Service): Choice<Service> {
  const { running, desired } = serviceStatus(service);
  const description = `${familyRevision(service.taskDefinition ?? '')} · ${running}/${desired}`;
  return { label: service.serviceName ?? '', description, value: service };
}
