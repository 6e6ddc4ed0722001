import type { LaunchType, Service } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind } from 'vscode';
import { fetchActiveCluster } from '../../../aws/read/clusters.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { AwsError } from '../../../aws/errors.ts';
import { fetchServices } from '../../../aws/read/services.ts';
import { familyOf } from '../../../ecs/arn.ts';
import { typeNetwork, chooseNetwork, type TaskPlacement } from './taskNetwork.ts';
import { pickOne } from '../../common/pick/pickOne.ts';
import type { TaskShape } from './taskShape.ts';

interface PlacementItem extends QuickPickItem {
  /** Undefined for the item that asks for a network. */
  placement?: TaskPlacement;
}

/** What is to be run. */
interface Run {
  cluster: string;
  definition: TaskShape;
  service?: Service | undefined;
}

/**
 * Asks where a task is to run: as one of the cluster's services does, which brings its network, or on a launch type or
 * the cluster's own capacity. Under awsvpc there has to be a network; where no service has one it is asked for. `service`
 * is the one that the command was called on: it comes first, and the others are read when they are asked for.
 */
export async function pickPlacement(
  connection: Connection,
  { cluster, definition, service }: Run,
): Promise<TaskPlacement> {
  const needsNetwork = definition.networkMode === 'awsvpc';
  const capacity = needsNetwork ? [] : await capacityOf(connection, cluster);
  const another = { label: l10n.t('Another service…') };
  const ofAccount = {
    label: l10n.t('Subnets of the account…'),
    description: l10n.t('choose subnets and security groups'),
  };
  const other = { label: l10n.t('Other subnets…'), description: l10n.t('type the ids of subnets and security groups') };
  const ask = async (services: Promise<Service[]>, more: readonly PlacementItem[]): Promise<PlacementItem> => {
    const items = services.then((found): PlacementItem[] => {
      const asServices = [...serviceItems(found, definition, needsNetwork), ...more];
      return needsNetwork ? [...asServices, ofAccount, other] : [...capacityItems(definition, capacity), ...asServices];
    });
    return pickOne(items, {
      title: l10n.t('Run Task'),
      placeHolder: needsNetwork ? l10n.t('Service whose network and capacity are used') : l10n.t('Where to run it'),
      matchOnDescription: true,
    });
  };
  const all = (): Promise<Service[]> => fetchServices(connection, cluster);
  let picked = await (service ? ask(Promise.resolve([service]), [another]) : ask(all(), []));
  if (picked === another) picked = await ask(all(), []);
  if (picked.placement) return picked.placement;
  if (picked === ofAccount) return chooseNetwork(connection, definition);
  if (picked.label !== other.label) throw new CancellationError();
  return typeNetwork(definition);
}

function serviceItems(
  services: readonly Service[],
  { family = '' }: TaskShape,
  needsNetwork: boolean,
): PlacementItem[] {
  const own = (service: Service): boolean => familyOf(service.taskDefinition ?? '') === family;
  const sorted = services
    .filter(({ networkConfiguration }) => !needsNetwork || networkConfiguration)
    .sort((a, b) => Number(own(b)) - Number(own(a)) || (a.serviceName ?? '').localeCompare(b.serviceName ?? ''));
  const items = sorted.map((service) => ({
    label: service.serviceName ?? '',
    description: capacityText(service),
    // A task that shares its instance's network is refused with one of its own.
    placement: placementOf(needsNetwork ? service : { ...service, networkConfiguration: undefined }),
  }));
  if (needsNetwork || items.length === 0) return items;
  return [{ label: l10n.t('As a service does'), kind: QuickPickItemKind.Separator }, ...items];
}

function capacityItems(
  { compatibilities, requiresCompatibilities = ['EC2'] }: TaskShape,
  providers: readonly string[],
): PlacementItem[] {
  const types = (compatibilities ?? requiresCompatibilities).filter(
    (type): type is LaunchType => type === 'EC2' || type === 'EXTERNAL',
  );
  const items: PlacementItem[] = types.map((launchType) => ({
    label: launchType,
    placement: { input: { launchType }, lines: [l10n.t('Launch type {0}', launchType)] },
  }));
  if (providers.length === 0) return items;
  const names = providers.join(', ');
  const lines = [l10n.t('Default capacity of the cluster: {0}', names)];
  return [{ label: l10n.t('Default capacity'), description: names, placement: { input: {}, lines } }, ...items];
}

/** The capacity providers that the cluster uses where nothing else is said; none where that may not be read. */
async function capacityOf(connection: Connection, cluster: string): Promise<string[]> {
  try {
    const found = await fetchActiveCluster(connection, cluster);
    return (found?.defaultCapacityProviderStrategy ?? []).flatMap(({ capacityProvider }) => capacityProvider ?? []);
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'denied') return [];
    throw error;
  }
}

/** Subnets, security groups and capacity as the service has them. */
function placementOf(service: Service): TaskPlacement {
  const {
    launchType,
    capacityProviderStrategy = [],
    platformVersion,
    networkConfiguration,
    serviceName = '',
  } = service;
  const byStrategy = capacityProviderStrategy.length > 0;
  const { subnets = [], securityGroups = [], assignPublicIp } = networkConfiguration?.awsvpcConfiguration ?? {};
  return {
    input: {
      ...(byStrategy ? { capacityProviderStrategy } : { launchType }),
      ...(platformVersion && (byStrategy || launchType === 'FARGATE') ? { platformVersion } : {}),
      ...(networkConfiguration ? { networkConfiguration } : {}),
    },
    lines: [
      l10n.t('Capacity and network as service {0} has them: {1}', serviceName, capacityText(service)),
      ...(subnets.length > 0 ? [l10n.t('Subnets {0}', subnets.join(', '))] : []),
      ...(securityGroups.length > 0 ? [l10n.t('Security groups {0}', securityGroups.join(', '))] : []),
      ...(assignPublicIp ? [l10n.t('Public IP: {0}', assignPublicIp)] : []),
    ],
  };
}

function capacityText({ launchType, capacityProviderStrategy = [] }: Service): string {
  const providers = capacityProviderStrategy.map(({ capacityProvider }) => capacityProvider ?? '');
  return providers.length > 0 ? providers.join(', ') : (launchType ?? '');
}
