import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Consent } from '../../../aws/connection/gate.ts';
import type { ChangeName } from '../../../aws/sdk/operationTypes.ts';
import { changeScaling } from '../../../aws/change/scaling.ts';
import { isSuspended } from '../../../aws/read/serviceScaling.ts';
import { fetchServiceWithTags } from '../../../aws/read/services.ts';
import { setServiceTag } from '../../../aws/change/tag.ts';
import { confirmChange } from '../../common/confirmChange.ts';
import { tasksText } from '../../common/countText.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { startUpdate } from '../../deployments/startUpdate.ts';
import { fetchKnownScaling, type KnownScaling } from './autoScaling.ts';
import { chooseService } from '../../common/pick/chooseService.ts';
import { changedService } from '../../common/changedService.ts';
import { followCounts } from './followCounts.ts';
import { pausedCountTag, pausedState } from '../../../ecs/service/pausedCount.ts';
import { assertScalable } from './scaleService.ts';

export const failure = (): string => l10n.t('The service was not resumed.');

/** Gives a paused service the count back that it had, and auto scaling its hold on it. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseService(workbench, node, l10n.t('Resume Service'));
  const [service, scaling] = await Promise.all([
    fetchServiceWithTags(target.connection, target.clusterArn, target.serviceArn),
    fetchKnownScaling(target),
  ]);
  if (!service) throw new UserError(l10n.t('The service no longer exists.'));
  assertScalable(service);
  const paused = pausedState(service);
  if (!paused) {
    throw new UserError(
      l10n.t(
        '{0} was not paused here: it has no tag {1}. Use Scale Service instead.',
        service.serviceName ?? '',
        pausedCountTag,
      ),
    );
  }
  const { count } = paused;
  const restart = !paused.keepsSuspension && isHeld(scaling);
  const consent = await confirm(target, service, { count, restart, lines: scalingLines(scaling, restart) });
  await resume(workbench, target, service, { count, restart }, consent);
}

function isHeld(scaling: KnownScaling): boolean {
  return scaling !== 'unknown' && scaling.target !== undefined && isSuspended(scaling.target);
}

function scalingLines(scaling: KnownScaling, restart: boolean): string[] {
  if (restart) return [l10n.t('Auto scaling of the service works again')];
  if (scaling === 'unknown') {
    return [l10n.t('Whether the service is scaled automatically could not be read: if it is, that stays suspended')];
  }
  return isHeld(scaling) ? [l10n.t('Auto scaling was suspended before the pause, and stays so')] : [];
}

async function confirm(
  { connection }: ServiceResource,
  service: Service,
  { count, restart, lines }: { count: number; restart: boolean; lines: readonly string[] },
): Promise<Consent> {
  const { serviceName = '', desiredCount: now = 0 } = service;
  const also: ChangeName[] = ['UntagResource', ...(restart ? (['RegisterScalableTarget'] as const) : [])];
  return confirmChange({
    connection,
    operation: 'UpdateService',
    also,
    question: l10n.t('Resume {0} with {1}?', serviceName, tasksText(count)),
    ...changedService(service),
    changes: [
      l10n.t('Desired count: {0} → {1}, as kept in tag {2}', now, count, pausedCountTag),
      l10n.t('The tag is taken away'),
      ...lines,
    ],
    action: l10n.t('Resume'),
  });
}

async function resume(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  { count, restart }: { count: number; restart: boolean },
  consent: Consent,
): Promise<void> {
  const { connection, clusterArn, serviceArn } = target;
  const { serviceName = '' } = service;
  await startUpdate(workbench, target, service, { desiredCount: count }, consent);
  if (restart) await changeScaling(connection, target, { suspended: false }, consent);
  // Last: as long as the tag is there, a resume that broke off halfway can be done again.
  await setServiceTag(connection, { clusterArn, serviceArn, key: pausedCountTag, value: undefined }, consent);
  void followCounts(workbench, { target, serviceName, desired: count });
}
