import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { nameOfArn } from '../../../ecs/arn.ts';

/** How a service and its cluster are named where it is changed: `service shop-prod-cluster/checkout`. */
export function changedService({ clusterArn = '', serviceName = '' }: Pick<Service, 'clusterArn' | 'serviceName'>): {
  resource: string;
  cluster: string;
} {
  const cluster = nameOfArn(clusterArn);
  return { resource: l10n.t('service {0}', `${cluster}/${serviceName}`), cluster };
}
