import { l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import type { LogScope } from '../../../logs/sources/logScope.ts';
import { pickCluster, pickServiceOf } from '../../common/pick/servicePicker.ts';
import { pickLogGroup } from './logGroupPicker.ts';

/** Asks whose logs: a cluster's, one of its services', or those of a log group picked by hand. */
export async function pickScope(connection: Connection): Promise<LogScope> {
  const title = l10n.t('Stream Logs');
  const group = { label: l10n.t('$(search) Log Group…'), value: 'logGroup' as const };
  const clusterArn = await pickCluster(connection, title, [group]);
  if (clusterArn === 'logGroup') return pickLogGroup(connection);
  const all = { label: l10n.t('$(list-flat) All of {0}', nameOfArn(clusterArn)), value: 'all' as const };
  const service = await pickServiceOf(connection, clusterArn, title, [all]);
  if (service === 'all') return { kind: 'cluster', clusterArn };
  return { kind: 'service', clusterArn, serviceArn: service.serviceArn ?? '' };
}
