import type { ScalableTarget } from '@aws-sdk/client-application-auto-scaling';
import type { Connection } from '../connection/connection.ts';
import type { Consent } from '../connection/gate.ts';
import { fetchServiceScaling, isSuspended, scalableId, type ScaledService } from '../read/serviceScaling.ts';
import { changeOrReadBack } from './once.ts';

/** What of a service's scaling is to be different; what is absent stays. */
export interface ScalingChange {
  minimum?: number;
  maximum?: number;
  suspended?: boolean;
}

/** Changes how a service is scaled, once. */
export async function changeScaling(
  connection: Connection,
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
    connection,
    {
      operation: 'application-autoscaling:RegisterScalableTarget',
      send: () => connection.change('application-autoscaling', 'RegisterScalableTarget', input, consent, signal),
      findResult: async () => {
        const { target } = await fetchServiceScaling(connection, service, signal);
        return target && shows(target, change) ? target : undefined;
      },
    },
    signal,
  );
}

function suspension(suspended: boolean) {
  return {
    DynamicScalingInSuspended: suspended,
    DynamicScalingOutSuspended: suspended,
    ScheduledScalingSuspended: suspended,
  };
}

function shows(target: ScalableTarget, { minimum, maximum, suspended }: ScalingChange): boolean {
  if (minimum !== undefined && target.MinCapacity !== minimum) return false;
  if (maximum !== undefined && target.MaxCapacity !== maximum) return false;
  return suspended === undefined || isSuspended(target) === suspended;
}
