import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Consent } from '../../../aws/connection/gate.ts';
import type { ChangeName } from '../../../aws/sdk/operationTypes.ts';
import { changeScaling } from '../../../aws/change/scaling.ts';
import { isSuspended } from '../../../aws/read/serviceScaling.ts';
import { findService } from '../../../aws/read/services.ts';
import { setServiceTag } from '../../../aws/change/tag.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import { tasksText } from '../../common/countText.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import { onService } from '../../common/waysOut.ts';
import type { Workbench } from '../../common/workbench.ts';
import { changeAsSeen } from '../../common/change/changeAsSeen.ts';
import type { Work } from '../../common/change/carryOut.ts';
import { type ChangeStep, finishOrUndo, runSteps } from '../../common/change/changeSteps.ts';
import { startUpdate } from '../../deployments/startUpdate.ts';
import { fetchKnownScaling, type KnownScaling } from './autoScaling.ts';
import { chooseServiceToChange } from '../chooseServiceToChange.ts';
import { changedService } from '../../common/change/changedService.ts';
import { followCounts } from './followCounts.ts';
import { pausedCountTag, pausedState, pausedValue } from '../../../ecs/service/pausedCount.ts';
import { assertScalable } from './scaleService.ts';

export const failure = (): string => l10n.t('The service was not resumed.');

/** Gives a paused service the count back that it had, and auto scaling its hold on it. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseServiceToChange(workbench, node, l10n.t('Resume Service'));
  const [service, scaling] = await Promise.all([
    findService(target.connection, target.clusterArn, target.serviceArn),
    fetchKnownScaling(target),
  ]);
  if (!service) throw new UserError(l10n.t('The service no longer exists.'));
  assertScalable(service);
  const { connection, clusterArn, serviceArn } = target;
  const { serviceName = '' } = service;
  const title = l10n.t('Resuming {0}', serviceName);
  let desired = 0;
  const resumed = await finishOrUndo({ connection, title }, () =>
    changeAsSeen(target, service, {
      title,
      look: async (session, signal) =>
        (await findService(session, clusterArn, serviceArn, signal)) ?? { ...service, status: 'INACTIVE' },
      ask: async (seen, between) => {
        const plan = planFor(target, seen, scaling);
        desired = plan.count;
        return { ...plan, consent: await confirm(target, seen, { ...plan, scaling, between }) };
      },
      send: async (session, seen, plan, signal) => {
        await runSteps(session, steps(workbench, target, seen, plan), signal);
        return true;
      },
    }),
  );
  if (resumed)
    void followCounts(workbench, { target, serviceName, desired, title: l10n.t('Resuming {0}', serviceName) });
}

interface Plan {
  count: number;
  /** Of the tag. */
  value: string;
  /** Whether auto scaling has to be set to work again. */
  restart: boolean;
}

function planFor(target: ServiceResource, service: Service, scaling: KnownScaling): Plan {
  const paused = pausedState(service);
  if (!paused) {
    throw new UserError(
      l10n.t(
        '{0} was not paused here: it has no tag {1}. Use Scale Service instead.',
        service.serviceName ?? '',
        pausedCountTag,
      ),
      onService(l10n.t('Scale Service…'), 'ecs.scaleService', target),
    );
  }
  return { count: paused.count, value: pausedValue(paused), restart: !paused.keepsSuspension && isHeld(scaling) };
}

function isHeld(scaling: KnownScaling): boolean {
  return scaling !== 'unknown' && scaling.target !== undefined && isSuspended(scaling.target);
}

function scalingLines(scaling: KnownScaling, restart: boolean): string[] {
  if (restart) return [l10n.t('Auto scaling of the service is active again')];
  if (scaling === 'unknown') {
    return [l10n.t('Whether the service is scaled automatically could not be read: if it is, that stays suspended')];
  }
  return isHeld(scaling) ? [l10n.t('Auto scaling was suspended before the pause, and stays so')] : [];
}

async function confirm(
  { connection }: ServiceResource,
  service: Service,
  { count, restart, scaling, between }: Plan & { scaling: KnownScaling; between: readonly string[] },
): Promise<Consent> {
  const { serviceName = '', desiredCount: now = 0 } = service;
  // What takes a step back again belongs to the same consent.
  const also: ChangeName[] = [
    'UntagResource',
    'TagResource',
    ...(restart ? (['RegisterScalableTarget'] as const) : []),
  ];
  return confirmChange({
    connection,
    operation: 'UpdateService',
    also,
    question: l10n.t('Resume {0} with {1}?', serviceName, tasksText(count)),
    ...changedService(service),
    changes: [
      l10n.t('Desired count: {0} → {1}, as kept in tag {2}', now, count, pausedCountTag),
      l10n.t('The tag is taken away'),
      ...scalingLines(scaling, restart),
    ],
    between,
    action: l10n.t('Resume'),
  });
}

/** The tag goes last: as long as it is there, a resume that broke off halfway can be done again. */
function steps(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  { count, value, restart, consent }: Plan & { consent: Consent },
): ChangeStep[] {
  const { clusterArn, serviceArn } = target;
  const { desiredCount: before = 0 } = service;
  const tag = { clusterArn, serviceArn, key: pausedCountTag };
  const scale =
    (desiredCount: number): Work<unknown> =>
    (session, signal) =>
      startUpdate(workbench, target, { session, service, consent, update: { desiredCount }, signal });
  const suspend =
    (suspended: boolean): Work<unknown> =>
    (session, signal) =>
      changeScaling(session, target, { suspended }, consent, signal);
  return [
    {
      holds: l10n.t('The desired count is {0}.', count),
      lacks: l10n.t('The desired count is {0}.', before),
      run: scale(count),
      undo: scale(before),
    },
    ...(restart
      ? [
          {
            holds: l10n.t('Auto scaling is active.'),
            lacks: l10n.t('Auto scaling is suspended.'),
            run: suspend(false),
            undo: suspend(true),
          },
        ]
      : []),
    {
      holds: l10n.t('Tag {0} is gone.', pausedCountTag),
      lacks: l10n.t('Tag {0} = {1} is set.', pausedCountTag, value),
      run: (session, signal) => setServiceTag(session, { ...tag, value: undefined }, consent, signal),
      undo: (session, signal) => setServiceTag(session, { ...tag, value }, consent, signal),
    },
  ];
}
