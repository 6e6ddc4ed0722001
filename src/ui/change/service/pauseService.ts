import type { SuspendedState } from '@aws-sdk/client-application-auto-scaling';
import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Consent } from '../../../aws/connection/gate.ts';
import type { ChangeName } from '../../../aws/sdk/operationTypes.ts';
import { changeScaling } from '../../../aws/change/scaling.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { setServiceTag } from '../../../aws/change/tag.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { changeAsSeen } from '../../common/change/changeAsSeen.ts';
import type { Work } from '../../common/change/carryOut.ts';
import { type ChangeStep, finishOrUndo, runSteps } from '../../common/change/changeSteps.ts';
import { startUpdate } from '../../deployments/startUpdate.ts';
import { activeTarget, fetchKnownScaling, type KnownScaling } from './autoScaling.ts';
import { chooseServiceToChange } from '../chooseServiceToChange.ts';
import { changedService } from '../../common/change/changedService.ts';
import { followCounts } from './followCounts.ts';
import { pausedCountTag, pausedValue } from '../../../ecs/service/pausedCount.ts';
import { assertScalable } from './scaleService.ts';

export const failure = (): string => l10n.t('The service was not paused.');

/** Scales a service to nothing and keeps in a tag how many tasks it had, so that anybody can bring it back. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseServiceToChange(workbench, node, l10n.t('Pause Service'));
  const { connection, clusterArn, serviceArn } = target;
  const [service, scaling] = await Promise.all([
    fetchService(connection, clusterArn, serviceArn),
    fetchKnownScaling(target),
  ]);
  assertScalable(service);
  const { serviceName = '' } = service;
  const title = l10n.t('Pausing {0}', serviceName);
  const paused = await finishOrUndo({ connection, title }, () =>
    changeAsSeen(target, service, {
      title,
      ask: async (seen, between) => {
        const plan = planFor(seen, scaling);
        return { ...plan, consent: await confirm(target, seen, plan, between) };
      },
      send: async (session, seen, plan, signal) => {
        await runSteps(session, steps(workbench, target, seen, plan), signal);
        return true;
      },
    }),
  );
  if (paused)
    void followCounts(workbench, { target, serviceName, desired: 0, title: l10n.t('Pausing {0}', serviceName) });
}

interface Plan {
  count: number;
  /** Of the tag. */
  value: string;
  /** How auto scaling is at work, where it has to be suspended. */
  scaling: SuspendedState | undefined;
}

function planFor({ serviceName = '', desiredCount: count = 0 }: Service, scaling: KnownScaling): Plan {
  if (count === 0) throw new UserError(l10n.t('{0} runs no tasks: its desired count is 0 already.', serviceName));
  if (scaling === 'unknown') {
    throw new UserError(
      l10n.t(
        'Whether {0} is scaled automatically could not be read, and auto scaling would start it again.',
        serviceName,
      ),
    );
  }
  const active = activeTarget(scaling);
  const value = pausedValue({ count, keepsSuspension: scaling.target !== undefined && !active });
  return { count, value, scaling: active && (active.SuspendedState ?? {}) };
}

async function confirm(
  { connection }: ServiceResource,
  service: Service,
  { count, value, scaling }: Plan,
  between: readonly string[],
): Promise<Consent> {
  // What takes a step back again belongs to the same consent.
  const also: ChangeName[] = [
    'TagResource',
    'UntagResource',
    ...(scaling ? (['RegisterScalableTarget'] as const) : []),
  ];
  return confirmChange({
    connection,
    operation: 'UpdateService',
    also,
    question: l10n.t('Pause {0}?', service.serviceName ?? ''),
    ...changedService(service),
    changes: [
      l10n.t('Desired count: {0} → 0; all its tasks are stopped', count),
      l10n.t('Tag {0} = {1} keeps the count for Resume Service', pausedCountTag, value),
      ...(scaling ? [l10n.t('Auto scaling of the service is suspended')] : []),
    ],
    between,
    action: l10n.t('Pause'),
  });
}

/** The count is kept before it is lost, and auto scaling is still before it could act on 0. */
function steps(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  { count, value, scaling, consent }: Plan & { consent: Consent },
): ChangeStep[] {
  const { clusterArn, serviceArn } = target;
  const tag = { clusterArn, serviceArn, key: pausedCountTag };
  const suspend =
    (suspended: boolean | SuspendedState): Work<unknown> =>
    (session, signal) =>
      changeScaling(session, target, { suspended }, consent, signal);
  const scale =
    (desiredCount: number): Work<unknown> =>
    (session, signal) =>
      startUpdate(workbench, target, { session, service, consent, update: { desiredCount }, signal });
  return [
    {
      holds: l10n.t('Tag {0} = {1} is set.', pausedCountTag, value),
      lacks: l10n.t('Tag {0} is not set.', pausedCountTag),
      run: (session, signal) => setServiceTag(session, { ...tag, value, seen: service }, consent, signal),
      undo: (session, signal) => setServiceTag(session, { ...tag, value: undefined }, consent, signal),
      harmless: true,
    },
    ...(scaling
      ? [
          {
            holds: l10n.t('Auto scaling is suspended.'),
            lacks: l10n.t('Auto scaling is active.'),
            run: suspend(true),
            undo: suspend(scaling),
            harmless: true,
          },
        ]
      : []),
    {
      holds: l10n.t('The desired count is 0.'),
      lacks: l10n.t('The desired count is {0}.', count),
      run: scale(0),
      undo: scale(count),
    },
  ];
}
