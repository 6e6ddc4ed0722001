import type { Service } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { fetchClusters } from '../../../aws/read/clusters.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchServices } from '../../../aws/read/services.ts';
import { familyOf, familyRevision } from '../../../ecs/arn.ts';
import { serviceStatus } from '../../../ecs/service/serviceStatus.ts';
import { servicesText } from '../countText.ts';
import type { ServiceResource } from '../resource.ts';
import { pickOne } from './pickOne.ts';
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

/** Asks for a cluster, then for one or several of its services; several where more than one runs `family`. */
export async function pickServices(connection: Connection, title: string, family: string): Promise<ServiceResource[]> {
  const clusterArn = await pickCluster(connection, title);
  const services = fetchServices(connection, clusterArn);
  const several = { label: l10n.t('Several services…'), description: l10n.t('that run {0}', family), value: undefined };
  const items = services.then((all): Choice<Service | undefined>[] => {
    const found = serviceItems(all, family);
    return runningFamily(all, family).length > 1 ? [several, ...found] : found;
  });
  const picked = await pickOne(items, {
    title,
    placeHolder: l10n.t('Service'),
    matchOnDescription: true,
  });
  const chosen = picked.label === several.label ? await pickSeveral(await services, title, family) : [picked.value];
  return chosen.map((service) => ({ kind: 'service', connection, clusterArn, serviceArn: service?.serviceArn ?? '' }));
}

async function pickSeveral(services: Service[], title: string, family: string): Promise<Service[]> {
  const items = runningFamily(services, family).map((service) => ({ ...serviceItem(service), service, picked: true }));
  const options = { title, placeHolder: l10n.t('Services'), canPickMany: true } as const;
  const picked = await window.showQuickPick(visibleItems(items), options);
  if (!picked || picked.length === 0) throw new CancellationError();
  return picked.map(({ service }) => service);
}

function runningFamily(services: readonly Service[], family: string): Service[] {
  const found = services.filter(({ taskDefinition = '' }) => familyOf(taskDefinition) === family);
  return found.sort((a, b) => (a.serviceName ?? '').localeCompare(b.serviceName ?? ''));
}

/** Asks for a cluster, by its ARN, or for what else can be chosen in its place. */
export async function pickCluster<T extends string = never>(
  connection: Connection,
  title: string,
  others: readonly Choice<T>[] = [],
): Promise<string | T> {
  const items = fetchClusters(connection).then((clusters): Choice<string | T>[] => [
    ...clusters.map((cluster) => ({
      label: cluster.clusterName ?? '',
      description: servicesText(cluster.activeServicesCount ?? 0),
      value: cluster.clusterArn ?? '',
    })),
    ...(others.length > 0 ? [{ label: '', kind: QuickPickItemKind.Separator }, ...others] : []),
  ]);
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
    ...serviceItems(services, undefined),
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
