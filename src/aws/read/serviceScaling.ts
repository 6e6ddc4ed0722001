import type { ScalableTarget, ScalingPolicy } from '@aws-sdk/client-application-auto-scaling';
import { longArn } from '../../ecs/arn.ts';
import type { Connection } from '../connection/connection.ts';

/** How a service is scaled: between which counts, and by which policies. */
export interface ServiceScaling {
  /** Undefined when the service's desired count is nobody's but the person's. */
  target: ScalableTarget | undefined;
  policies: ScalingPolicy[];
}

/** A service by its ARN and that of its cluster. */
export interface ScaledService {
  clusterArn: string;
  serviceArn: string;
}

/** The name of a service in Application Auto Scaling, which holds that of its cluster. */
export function scalableId({ clusterArn, serviceArn }: ScaledService): string {
  const arn = longArn(serviceArn, clusterArn);
  return arn.slice(arn.indexOf(':service/') + 1);
}

/** Reads what Application Auto Scaling knows of a service: two calls. */
export async function fetchServiceScaling(
  connection: Connection,
  service: ScaledService,
  signal?: AbortSignal,
): Promise<ServiceScaling> {
  const resourceId = scalableId(service);
  const of = { ServiceNamespace: 'ecs' as const, ScalableDimension: 'ecs:service:DesiredCount' as const };
  const [targets, policies] = await Promise.all([
    connection.read('application-autoscaling', 'DescribeScalableTargets', { ...of, ResourceIds: [resourceId] }, signal),
    connection.read('application-autoscaling', 'DescribeScalingPolicies', { ...of, ResourceId: resourceId }, signal),
  ]);
  return { target: targets.ScalableTargets?.[0], policies: policies.ScalingPolicies ?? [] };
}

/** Whether every way in which a service is scaled automatically is suspended. */
export function isSuspended({ SuspendedState: state }: ScalableTarget): boolean {
  return Boolean(
    state?.DynamicScalingInSuspended && state.DynamicScalingOutSuspended && state.ScheduledScalingSuspended,
  );
}
