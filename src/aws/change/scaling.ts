import type { ScalableTarget, SuspendedState } from '@aws-sdk/client-application-auto-scaling';
import type { ChangeSession } from '../connection/changeSession.ts';
import type { Consent } from '../connection/gate.ts';
import { fetchServiceScaling, scalableId, type ScaledService } from '../read/serviceScaling.ts';
import { changeOrReadBack } from './once.ts';

/** What of a service's scaling is to be different; what is absent stays. */
export interface ScalingChange {
  minimum?: number;
  maximum?: number;
  /** All ways of scaling, or each by itself. */
  suspended?: boolean | SuspendedState;
}

/** Changes how a service is scaled, once. */
export async function changeScaling(
  session: ChangeSession,
  service: ScaledService,
  change: ScalingChange,
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const { minimum, maximum, suspended } = change;
  const input = {
    ServiceNamespace: 'ecs' as const,
    ScalableDimension: 'ecs:service:DesiredCount' as const,
    ResourceId: scalableId(service),
    MinCapacity: minimum,
    MaxCapacity: maximum,
    SuspendedState: suspended === undefined ? undefined : suspension(suspended),
  };
  await changeOrReadBack<object>(
    session,
    {
      operation: 'application-autoscaling:RegisterScalableTarget',
      send: () => session.change('application-autoscaling', 'RegisterScalableTarget', input, consent, signal),
      findResult: async () => {
        const { target } = await fetchServiceScaling(session, service, signal);
        return target && shows(target, change) ? target : undefined;
      },
    },
    signal,
  );
}

function suspension(suspended: boolean | SuspendedState): Required<SuspendedState> {
  if (typeof suspended === 'object') {
    const {
      DynamicScalingInSuspended = false,
      DynamicScalingOutSuspended = false,
      ScheduledScalingSuspended = false,
    } = suspended;
    return { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended };
  }
  return {
    DynamicScalingInSuspended: suspended,
    DynamicScalingOutSuspended: suspended,
    ScheduledScalingSuspended: suspended,
  };
}

function shows(target: ScalableTarget, { minimum, maximum, suspended }: ScalingChange): boolean {
  if (minimum !== undefined && target.MinCapacity !== minimum) return false;
  if (maximum !== undefined && target.MaxCapacity !== maximum) return false;
  if (suspended === undefined) return true;
  const [wanted, found] = [suspension(suspended), suspension(target.SuspendedState ?? {})];
  return (Object.keys(wanted) as (keyof SuspendedState)[]).every((way) => wanted[way] === found[way]);
}
