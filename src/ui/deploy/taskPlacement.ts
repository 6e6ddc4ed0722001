import type { LaunchType, Service, TaskDefinition } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Connection } from '../../aws/connection.ts';
import type { RunTaskInput } from '../../aws/runTask.ts';
import { fetchServices } from '../../aws/services.ts';
import { familyOf } from '../../ecs/arn.ts';
import { UserError } from '../platform/userError.ts';

/** Where and in which network a task is to run, with the lines that say so. */
export interface TaskPlacement {
  input: Pick<RunTaskInput, 'launchType' | 'capacityProviderStrategy' | 'platformVersion' | 'networkConfiguration'>;
  lines: string[];
}

interface PlacementItem extends QuickPickItem {
  placement?: TaskPlacement;
}

/**
 * Asks where a task is to run: as one of the cluster's services does, which brings its network, or on a launch type.
 * Under awsvpc there has to be a network, and a service is where one is known to work.
 */
export async function pickPlacement(
  connection: Connection,
  cluster: string,
  taskDefinition: TaskDefinition,
): Promise<TaskPlacement> {
  const needsNetwork = taskDefinition.networkMode === 'awsvpc';
  const items = fetchServices(connection, cluster).then((services) => {
    const fitting = services.filter(({ networkConfiguration }) => !needsNetwork || networkConfiguration);
    const found = placementItems(fitting, taskDefinition, needsNetwork);
    if (found.length > 0) return found;
    throw new UserError(
      l10n.t(
        '{0} uses awsvpc, and no service of the cluster has a network configuration to take over.',
        taskDefinition.family ?? '',
      ),
    );
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Run Task'),
    placeHolder: needsNetwork ? l10n.t('Service whose network and capacity are used') : l10n.t('Where to run it'),
    matchOnDescription: true,
  });
  if (!picked?.placement) throw new CancellationError();
  return picked.placement;
}

function placementItems(
  services: readonly Service[],
  { family = '', compatibilities = [] }: TaskDefinition,
  needsNetwork: boolean,
): PlacementItem[] {
  const own = (service: Service): boolean => familyOf(service.taskDefinition ?? '') === family;
  const sorted = [...services].sort(
    (a, b) => Number(own(b)) - Number(own(a)) || (a.serviceName ?? '').localeCompare(b.serviceName ?? ''),
  );
  const asServices = sorted.map((service): PlacementItem => {
    const placement = placementOf(service);
    return { label: service.serviceName ?? '', description: capacityText(service), placement };
  });
  if (needsNetwork) return asServices;
  const launchTypes = compatibilities.filter((type): type is LaunchType => type === 'EC2' || type === 'EXTERNAL');
  return [
    ...launchTypes.map((launchType) => ({
      label: launchType,
      placement: { input: { launchType }, lines: [l10n.t('Launch type {0}', launchType)] },
    })),
    { label: l10n.t('As a service does'), kind: QuickPickItemKind.Separator },
    ...asServices,
  ];
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
