import type { Cluster, Service } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchClusters } from '../../../aws/read/clusters.ts';
import { AwsError } from '../../../aws/errors.ts';
import { fetchServices } from '../../../aws/read/services.ts';
import { familyOf, familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { servicesText } from '../../common/countText.ts';
import { pickOne } from '../../common/pick/pickOne.ts';
import { serviceItem } from '../../common/pick/servicePicker.ts';
import { visibleItems } from '../../common/pick/visibleItems.ts';
import type { ServiceResource } from '../../common/resource.ts';

/** Where a revision is to go: services that there are, all of one cluster, or one that is made for it. */
export type DeployTarget = { services: ServiceResource[] } | { newService: { clusterArn: string | undefined } };

/** Services that are read to show all of them in one list; of more than that the cluster is asked for first. */
const most = 150;

type Choice =
  | { kind: 'service'; service: Service }
  | { kind: 'several'; services: Service[] }
  | { kind: 'cluster'; clusterArn: string }
  | { kind: 'newService'; clusterArn: string | undefined };

interface TargetItem extends QuickPickItem {
  choice?: Choice;
}

interface Revision {
  connection: Connection;
  taskDefinitionArn: string;
  /** The service that took its family last. */
  last: Service | undefined;
}

/**
 * Asks where a revision is to go: the service that took its family last stands on top, then those that run the family, the
 * others, and a service that is yet to be made.
 */
export async function chooseDeployTarget(revision: Revision): Promise<DeployTarget> {
  const { connection } = revision;
  let choice = await ask(revision, firstItems(revision));
  if (choice.kind === 'cluster') choice = await ask(revision, itemsOf(revision, [choice.clusterArn]));
  switch (choice.kind) {
    case 'service':
      return { services: [resourceOf(connection, choice.service)] };
    case 'several':
      return { services: (await pickSeveral(revision, choice.services)).map((one) => resourceOf(connection, one)) };
    case 'newService':
      return { newService: { clusterArn: choice.clusterArn } };
    case 'cluster':
      throw new CancellationError();
  }
}

const titleOf = ({ taskDefinitionArn }: Revision): string => l10n.t('Deploy {0}', familyRevision(taskDefinitionArn));

async function ask(revision: Revision, items: Promise<TargetItem[]>): Promise<Choice> {
  const { choice } = await pickOne(items, {
    title: titleOf(revision),
    placeHolder: l10n.t('Service to deploy to'),
    matchOnDescription: true,
    // It may have been registered for this just now.
    ignoreFocusOut: true,
  });
  if (!choice) throw new CancellationError();
  return choice;
}

/** All services where there are few; else the last one and the clusters. */
async function firstItems(revision: Revision): Promise<TargetItem[]> {
  const clusters = await fetchClusters(revision.connection);
  const count = clusters.reduce((sum, { activeServicesCount = 0 }) => sum + activeServicesCount, 0);
  const arns = clusters.flatMap(({ clusterArn }) => clusterArn ?? []);
  if (count <= most) return itemsOf(revision, arns);
  return [
    ...lastItems(revision),
    separator(l10n.t('Clusters')),
    ...clusters.map(asCluster),
    ...newServiceItems(undefined),
  ];
}

/** The services of clusters, each in its place. */
async function itemsOf(revision: Revision, clusters: readonly string[]): Promise<TargetItem[]> {
  const { connection, taskDefinitionArn, last } = revision;
  const family = familyOf(taskDefinitionArn);
  const all = (await servicesOf(connection, clusters)).filter(({ status = 'ACTIVE' }) => status === 'ACTIVE');
  const sorted = all.filter(({ serviceArn }) => serviceArn !== last?.serviceArn).sort(byName);
  const runs = (service: Service): boolean => familyOf(service.taskDefinition ?? '') === family;
  const [same, others] = [sorted.filter(runs), sorted.filter((one) => !runs(one))];
  const several = clusters.flatMap((cluster) => severalItems(all.filter(runs).sort(byName), cluster, family));
  const newService = newServiceItems(clusters.length === 1 ? clusters[0] : undefined);
  // Where nothing runs the family yet, a service that is made for it is the likeliest.
  const isNew = same.length === 0 && !last;
  return [
    ...(isNew ? newService : []),
    ...(last && clusters.includes(last.clusterArn ?? '') ? lastItems(revision) : []),
    ...group(l10n.t('Running {0}', family), [...same.map((one) => asTarget(one)), ...several]),
    ...group(
      l10n.t('Others'),
      others.map((one) => asTarget(one)),
    ),
    ...(isNew ? [] : newService),
  ];
}

/** Services of clusters; of one of several that may not be read there are none. */
async function servicesOf(connection: Connection, clusters: readonly string[]): Promise<Service[]> {
  const answers = await Promise.allSettled(clusters.map((cluster) => fetchServices(connection, cluster)));
  const failures = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const isDenied = (error: unknown): boolean => error instanceof AwsError && error.kind === 'denied';
  const grave = failures.length === clusters.length ? failures : failures.filter((error) => !isDenied(error));
  if (grave.length > 0) throw grave[0];
  return answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}

function lastItems({ last }: Revision): TargetItem[] {
  return last ? [asTarget(last, l10n.t('deployed to last'))] : [];
}

function severalItems(services: readonly Service[], clusterArn: string, family: string): TargetItem[] {
  const own = services.filter((one) => one.clusterArn === clusterArn);
  if (own.length < 2) return [];
  const description = l10n.t('of {0} that run {1}', nameOfArn(clusterArn), family);
  return [{ label: l10n.t('Several services…'), description, choice: { kind: 'several', services: own } }];
}

function newServiceItems(clusterArn: string | undefined): TargetItem[] {
  const label = l10n.t('Create Service…');
  return [separator(''), { label, choice: { kind: 'newService', clusterArn } }];
}

function group(title: string, items: TargetItem[]): TargetItem[] {
  return items.length > 0 ? [separator(title), ...items] : [];
}

function separator(label: string): TargetItem {
  return { label, kind: QuickPickItemKind.Separator };
}

function asTarget(service: Service, remark?: string): TargetItem {
  const { label, description = '' } = serviceItem(service);
  const parts = [nameOfArn(service.clusterArn ?? ''), description, ...(remark ? [remark] : [])];
  return { label, description: parts.join(' · '), choice: { kind: 'service', service } };
}

function asCluster({ clusterArn = '', clusterName, activeServicesCount = 0 }: Cluster): TargetItem {
  const label = clusterName ?? nameOfArn(clusterArn);
  return { label, description: servicesText(activeServicesCount), choice: { kind: 'cluster', clusterArn } };
}

async function pickSeveral(revision: Revision, services: readonly Service[]): Promise<Service[]> {
  const items = services.map((service) => ({ ...serviceItem(service), service, picked: true }));
  const options = { title: titleOf(revision), placeHolder: l10n.t('Services'), canPickMany: true } as const;
  const picked = await window.showQuickPick(visibleItems(items), options);
  if (!picked || picked.length === 0) throw new CancellationError();
  return picked.map(({ service }) => service);
}

function resourceOf(connection: Connection, { clusterArn = '', serviceArn = '' }: Service): ServiceResource {
  return { kind: 'service', connection, clusterArn, serviceArn };
}

function byName(one: Service, other: Service): number {
  const names = [one, other].map(({ serviceName = '', clusterArn = '' }) => `${serviceName} ${nameOfArn(clusterArn)}`);
  return (names[0] ?? '').localeCompare(names[1] ?? '');
}
