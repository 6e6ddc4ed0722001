import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { nameOfArn } from '../../../ecs/arn.ts';
import { type ServiceResource, resourceOf } from '../resource.ts';
import type { Workbench } from '../workbench.ts';
import { pickService } from './servicePicker.ts';

/** The service that a command was called on, or the one that the person picks. */
export async function chooseService(workbench: Workbench, argument: unknown, title: string): Promise<ServiceResource> {
  const given = resourceOf(argument);
  if (given?.kind === 'service') return given;
  return pickService(given?.connection ?? (await workbench.connections.active()), title);
}

/** How a service and its cluster are named where it is changed: `service shop-prod-cluster/checkout`. */
export function changedService({ clusterArn = '', serviceName = '' }: Service): { resource: string; cluster: string } {
  const cluster = nameOfArn(clusterArn);
  return { resource: l10n.t('service {0}', `${cluster}/${serviceName}`), cluster };
}
