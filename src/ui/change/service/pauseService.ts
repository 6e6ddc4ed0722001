import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Consent } from '../../../aws/connection/gate.ts';
import type { ChangeName } from '../../../aws/sdk/operationTypes.ts';
import { changeScaling } from '../../../aws/change/scaling.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { setServiceTag } from '../../../aws/change/tag.ts';
import { confirmChange } from '../../common/confirmChange.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { startUpdate } from '../../deployments/startUpdate.ts';
import { activeTarget, fetchKnownScaling } from './autoScaling.ts';
import { chooseService } from '../../common/pick/chooseService.ts';
import { changedService } from '../../common/changedService.ts';
import { followCounts } from './followCounts.ts';
import { pausedCountTag, pausedValue } from '../../../ecs/service/pausedCount.ts';
import { assertScalable } from './scaleService.ts';

export const failure = (): string => l10n.t('The service was not paused.');

/** Scales a service to nothing and keeps in a tag how many tasks it had, so that anybody can bring it back. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseService(workbench, node, l10n.t('Pause Service'));
  const { connection, clusterArn, serviceArn } = target;
  const [service, scaling] = await Promise.all([
    fetchService(connection, clusterArn, serviceArn),
    fetchKnownScaling(target),
  ]);
  assertScalable(service);
  const { serviceName = '', desiredCount: count = 0 } = service;
  if (count === 0) throw new UserError(l10n.t('{0} runs no tasks: its desired count is 0 already.', serviceName));
  if (scaling === 'unknown') {
    throw new UserError(
      l10n.t(
        'Whether {0} is scaled automatically could not be read, and auto scaling would start it again.',
        serviceName,
      ),
    );
  }
  const suspend = activeTarget(scaling) !== undefined;
  const value = pausedValue({ count, keepsSuspension: scaling.target !== undefined && !suspend });
  const consent = await confirm(target, service, { value, suspend });
  await pause(workbench, target, service, { value, suspend }, consent);
}

interface Plan {
  /** Of the tag. */
  value: string;
  /** Whether auto scaling has to be suspended. */
  suspend: boolean;
}

async function confirm({ connection }: ServiceResource, service: Service, { value, suspend }: Plan): Promise<Consent> {
  const { serviceName = '', desiredCount: count = 0 } = service;
  const also: ChangeName[] = ['TagResource', ...(suspend ? (['RegisterScalableTarget'] as const) : [])];
  return confirmChange({
    connection,
    operation: 'UpdateService',
    also,
    question: l10n.t('Pause {0}?', serviceName),
    ...changedService(service),
    changes: [
      l10n.t('Desired count: {0} → 0; all its tasks are stopped', count),
      l10n.t('Tag {0} = {1} keeps the count for Resume Service', pausedCountTag, value),
      ...(suspend ? [l10n.t('Auto scaling of the service is suspended')] : []),
    ],
    action: l10n.t('Pause'),
  });
}

async function pause(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  { value, suspend }: Plan,
  consent: Consent,
): Promise<void> {
  const { connection, clusterArn, serviceArn } = target;
  const { serviceName = '' } = service;
  // The count is kept before it is lost, and auto scaling is still before it could act on 0.
  await setServiceTag(connection, { clusterArn, serviceArn, key: pausedCountTag, value }, consent);
  if (suspend) await changeScaling(connection, target, { suspended: true }, consent);
  await startUpdate(workbench, target, service, { desiredCount: 0 }, consent);
  void followCounts(workbench, { target, serviceName, desired: 0 });
}
